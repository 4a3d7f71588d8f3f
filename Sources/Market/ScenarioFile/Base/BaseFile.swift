package import Documents
import Statistics

/// Today's customers from a file with one row per customer, as `flywheel fit --base` writes it.
///
/// Columns are found by the words of the header: `repeat purchases`, `last purchase (weeks)` and
/// `age (weeks)`, both since the first purchase and in days, weeks or months, and `mean basket
/// (USD)` of the repeat purchases; `customer` tells rows apart, others are not read. How figures are written is
/// decided from all rows of a column.
package struct BaseFile: Sendable, Equatable {
  package private(set) var customers: [TodaysCustomer] = []
  package private(set) var problems: [DocumentProblem] = []
  private let name: String
  private let mostProblems = 20
  /// How each column of figures is written.
  private var forms: [Int: NumberForm] = [:]

  package init(_ text: String, name: String, currency: Currency?) {
    self.name = name
    do throws(TableProblem) {
      try read(CommaSeparatedRows(text), currency)
    } catch .empty {
      report(1, nil, nil, reason: "The file holds nothing.")
    } catch {
      report(nil, nil, nil, reason: "The file cannot be read: \(error).")
    }
  }

  private mutating func read(
    _ text: CommaSeparatedRows, _ currency: Currency?
  ) throws(TableProblem) {
    var rows = try Self.fromHeader(text)
    guard let header = try rows.next(), let columns = columns(header.fields, currency) else {
      if problems.isEmpty { report(1, nil, nil, reason: "The file holds nothing.") }
      return
    }
    do throws(ColumnDoubt) {
      try survey(rows, columns)
    } catch {
      report(
        nil, nil, nil, reason: "The \(error.reason).",
        rule: "Write its figures with a point before decimals and nothing between thousands.")
      return
    }
    var refused = 0
    var known = CustomerRows(columns.customer)
    while let row = try rows.next() {
      if let customer = customer(row, columns), isNew(row, columns, &known) {
        customers.append(customer)
      } else {
        refused += 1
        if refused == mostProblems {
          report(nil, nil, nil, reason: "The rows after line \(row.line) were not looked at.")
          break
        }
      }
    }
    for column in forms.keys.sorted() {
      guard let sentence = forms[column]?.sentence(columns.names[column]) else { continue }
      report(nil, columns.names[column], nil, reason: sentence, severity: .warning)
    }
    if rows.totals > 0 {
      report(
        nil, nil, nil,
        reason: "Rows that sum up others, as their first cells say, are no customers:"
          + " \(rows.totals) left out.", severity: .warning)
    }
    if customers.isEmpty, problems.isEmpty {
      report(nil, nil, nil, reason: "The file holds no customers.")
    }
  }

  /// The rows from that of the column names on: titles may stand above it.
  private static func fromHeader(
    _ text: CommaSeparatedRows
  ) throws(TableProblem) -> CommaSeparatedRows {
    var rows = text
    for _ in 0..<mostTitles {
      let before = rows
      guard let row = try rows.next() else { break }
      if row.fields.contains(where: { Title($0).words == Self.repeats }) { return before }
    }
    return text
  }

  private static let repeats = "repeat purchases"
  /// Rows above the column names.
  private static let mostTitles = 20

  private mutating func survey(
    _ rows: CommaSeparatedRows, _ columns: Columns
  ) throws(ColumnDoubt) {
    var rows = rows
    let places =
      [columns.repeats, columns.recency, columns.age] + (columns.basket.map { [$0] } ?? [])
    var evidence = [NumberEvidence](repeating: NumberEvidence(), count: places.count)
    while let row = try? rows.next() {
      for (place, column) in places.enumerated() where column < row.fields.count {
        evidence[place].note(Array(row.fields[column].utf8).span)
      }
    }
    for (place, column) in places.enumerated() {
      forms[column] = try evidence[place].form(
        columns.names[column], isCommaSeparated: rows.delimiter == UInt8(ascii: ","), forced: nil)
    }
  }

  private struct Columns {
    var count: Int
    var customer: Int?
    var repeats: Int
    var recency: Int
    var age: Int
    var basket: Int?
    /// Days in a unit of time of the recency and of the age.
    var days: (recency: Double, age: Double)
    var scale: Double
    var names: [String]
  }

  private mutating func columns(_ header: [String], _ currency: Currency?) -> Columns? {
    let titles = header.map { Title($0) }
    func find(_ words: String) -> Int? { titles.firstIndex { $0.words == words } }
    let needed = [Self.repeats, "last purchase", "age"]
    let missing = needed.filter { find($0) == nil }
    guard let repeats = find(needed[0]), let recency = find(needed[1]), let age = find(needed[2])
    else {
      report(
        1, nil, nil, reason: "Columns are missing: \(listed(missing)).",
        rule: "`flywheel fit --base` writes a file with the columns `customer`, `repeat purchases`,"
          + " `last purchase (weeks)`, `age (weeks)` and `mean basket (USD)`.")
      return nil
    }
    var days: [Double] = []
    for column in [recency, age] {
      guard let period = Period(counted: titles[column].unit) else {
        report(
          1, header[column], titles[column].unit, reason: "The unit of time is missing or unknown.",
          rule: "Write it in parentheses such as `\(titles[column].words) (weeks)`.")
        return nil
      }
      days.append(period.days)
    }
    let basket = find("mean basket")
    if let basket, let currency, titles[basket].unit != currency.code {
      report(
        1, header[basket], titles[basket].unit,
        reason: "The currency of the scenario is \(currency.code).",
        rule: "Write it in parentheses such as `mean basket (\(currency.code))`.")
      return nil
    }
    return Columns(
      count: header.count, customer: find("customer"), repeats: repeats, recency: recency, age: age,
      basket: basket,
      days: (days[0], days[1]), scale: currency?.scale ?? 100, names: header)
  }

  /// A header such as `last purchase (weeks)`.
  private struct Title {
    var words: String
    var unit: String

    init(_ text: String) {
      let parts = text.trimmed.split(separator: "(", maxSplits: 1)
      words = String(parts.first ?? "").trimmed.lowercased()
      unit = parts.count > 1 ? String(parts[1]).trimmed.filter { $0 != ")" } : ""
    }
  }

  private mutating func customer(_ row: CommaSeparatedRows.Row, _ columns: Columns)
    -> TodaysCustomer?
  {
    guard row.fields.count == columns.count else {
      report(
        row.line, nil, nil,
        reason: "This row has \(row.fields.count) fields, the header \(columns.count).")
      return nil
    }
    guard let repeats = number(row, columns.repeats, columns),
      let recency = number(row, columns.recency, columns),
      let age = number(row, columns.age, columns)
    else { return nil }
    func refuse(_ column: Int, _ reason: String) {
      report(row.line, columns.names[column], row.fields[column], reason: reason)
    }
    guard repeats == repeats.rounded(), repeats < 1e9 else {
      refuse(columns.repeats, "It is not a whole number.")
      return nil
    }
    guard repeats <= 100_000 else {
      refuse(columns.repeats, "Nobody buys more than 100,000 times.")
      return nil
    }
    let times = (recency: recency * columns.days.recency, age: age * columns.days.age)
    guard times.recency <= times.age * (1 + 1e-9) else {
      refuse(columns.recency, "The last purchase lies after the customer's age.")
      return nil
    }
    guard (repeats > 0) == (recency > 0) else {
      refuse(
        columns.recency,
        repeats > 0
          ? "With repeat purchases the last one lies after the first."
          : "Without repeat purchases the last purchase is the first, at 0.")
      return nil
    }
    var basket: Double?
    // Repeat purchases that brought nothing have no mean basket.
    if let column = columns.basket, repeats > 0,
      !MissingWord.isSaid(by: Array(row.fields[column].utf8).span)
    {
      guard let amount = number(row, column, columns) else { return nil }
      guard amount > 0 else {
        refuse(column, "A mean basket is above 0; leave it empty if it is not known.")
        return nil
      }
      basket = amount * columns.scale
    }
    return TodaysCustomer(
      repeats: Int(repeats), recency: min(times.recency, times.age), age: times.age,
      meanBasket: basket)
  }

  /// Refuses a row whose customer stands in one before it.
  private mutating func isNew(
    _ row: CommaSeparatedRows.Row, _ columns: Columns, _ known: inout CustomerRows
  ) -> Bool {
    guard let before = known.takeIn(row) else { return true }
    report(
      row.line, columns.names[before.column], row.fields[before.column],
      reason: "This customer stands in line \(before.line) too.", rule: "Keep one of the two rows.")
    return false
  }

  /// A figure of at least 0.
  private mutating func number(
    _ row: CommaSeparatedRows.Row, _ column: Int, _ columns: Columns
  ) -> Double? {
    let text = row.fields[column].trimmed
    guard !text.isEmpty else {
      report(row.line, columns.names[column], nil, reason: "No value is given.")
      return nil
    }
    var scratch = NumberScratch()
    guard case .number(let number) = scratch.read(Array(text.utf8).span, forms[column] ?? .plain)
    else {
      report(row.line, columns.names[column], text, reason: "It is not a number.")
      return nil
    }
    guard number >= 0 else {
      report(row.line, columns.names[column], text, reason: "It must not be negative.")
      return nil
    }
    return number
  }

  private mutating func report(
    _ line: Int?, _ column: String?, _ value: String?, reason: String, rule: String? = nil,
    severity: DocumentProblem.Severity = .error
  ) {
    problems.append(
      DocumentProblem(
        severity: severity, file: name, line: line, path: column ?? "", value: value,
        reason: reason,
        rule: rule))
  }
}
