import Documents

/// Plans from a table: a row a plan, a column a key, such as `coupons.second visit.value`, perhaps with its unit in
/// brackets, `price (CNY)`; a cell left empty, or left out at the end of its row, is as in the baseline, the first row.
struct PlanTable {
  private(set) var plans: [Element] = []
  private(set) var problems: [DocumentProblem] = []
  private let table: String
  /// Cells of the row that names the columns, and which of them name one.
  private var titles = 0
  private var titled: Set<Int> = []

  /// What the names of tables look like, for the schema.
  static let pattern = "^[^\\n]+\\.([cC][sS][vV]|[tT][sS][vV]|[tT][xX][tT]|[xX][lL][sS][xX])$"

  /// The table an element names; nil where it names none.
  static func name(in element: Element) -> String? {
    guard case .scalar(let text) = element.content, !text.contains("\n") else { return nil }
    let name = text.trimmed
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
    guard ["csv", "tsv", "txt", "xlsx"].contains(ending.lowercased()), ending.count + 1 < name.count
    else { return nil }
    return name
  }

  private struct Column {
    let place: Int
    let keys: [String]
    /// What a mere number in it is of.
    let unit: String
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: Its rows.
  ///   - table: Its name.
  ///   - root: The scenario, whose names may hold points.
  init(_ text: String, table: String, in root: Element) {
    self.table = table
    var rows = CommaSeparatedRows(text)
    do throws(TableProblem) {
      var looked = 0
      while let row = try rows.next(), looked < Self.mostTitles {
        looked += 1
        guard row.fields.contains(where: { $0.trimmed.lowercased() == "name" }) else { continue }
        let columns = columns(row, root)
        // Where commas separate no cells they may stand before decimals.
        let takesCommas = rows.delimiter != UInt8(ascii: ",")
        while let row = try rows.next() {
          refuseUntitled(row)
          add(row, columns, takesCommas)
        }
        if plans.isEmpty { refuse(row.line, reason: "No plan stands under the names of columns.") }
        return
      }
      refuse(
        1, reason: "No row names its columns.",
        rule: "Write `name` above the plans' names, and a key above each further column.")
    } catch {
      problems.append(
        DocumentProblem(file: table, reason: "The table cannot be read: \(error)."))
    }
  }

  /// Rows above the names of columns at most.
  private static let mostTitles = 20

  private mutating func columns(_ row: CommaSeparatedRows.Row, _ root: Element) -> [Column] {
    var columns: [Column] = []
    var names: Set<[String]> = []
    titles = row.fields.count
    for (place, field) in row.fields.enumerated() where !field.trimmed.isEmpty {
      let title = field.trimmed
      let (key, unit) = Self.parts(of: title)
      let keys = key.lowercased() == "name" ? ["name"] : Element.way(key, in: [root])
      // What stands under a name that is there twice stands under a name.
      titled.insert(place)
      guard names.insert(keys).inserted else {
        refuse(
          row.line, place, title, reason: "Another column has the same name.",
          rule: "Keep one of them.")
        continue
      }
      columns.append(Column(place: place, keys: keys, unit: unit))
    }
    return columns
  }

  /// A title as key and unit: `price (CNY)`.
  private static func parts(of title: String) -> (key: String, unit: String) {
    guard title.hasSuffix(")"), let open = title.lastIndex(of: "(") else { return (title, "") }
    let unit = title[title.index(after: open)...].dropLast()
    return (String(title[..<open]).trimmed, String(unit).trimmed)
  }

  private mutating func add(
    _ row: CommaSeparatedRows.Row, _ columns: [Column], _ takesCommas: Bool
  ) {
    let path = "plans[\(plans.count)]"
    var plan = Element(
      place: Place(line: row.line, column: 1, table: table), path: path, content: .block([]))
    for column in columns where column.place < row.fields.count {
      let cell = row.fields[column.place].trimmed
      let text = takesCommas ? Self.withPoint(cell) : cell
      guard !text.isEmpty else { continue }
      let place = Place(line: row.line, column: column.place + 1, table: table)
      var value = Self.isBare(text) ? Self.joined(text, column.unit) : text
      if let number = Self.number(text, unlike: column.unit) {
        refuse(
          row.line, column.place, text,
          reason: "Its unit is not that of the column, `\(column.unit)`.",
          rule: "Write the unit in the name of the column or in the cells.")
        // As if it were the column's, so that no more is said of it.
        value = Self.joined(plain(number), column.unit)
      }
      guard let changed = plan.setting(column.keys[...], to: value, at: place) else {
        refuse(
          row.line, column.place, text,
          reason: "Another column gives the same key a value of its own.", rule: "Keep one of them."
        )
        continue
      }
      plan = changed
    }
    plans.append(plan)
  }

  /// Refuses a row in which something stands under no name, such as the rest of a number with a comma in it.
  private mutating func refuseUntitled(_ row: CommaSeparatedRows.Row) {
    let stray = row.fields.indices.first { place in
      !titled.contains(place) && !row.fields[place].trimmed.isEmpty
    }
    guard let stray else { return }
    let cells = row.fields.count
    refuse(
      row.line, stray, row.fields[stray].trimmed,
      reason: cells > titles
        ? "This row has \(counted(cells, "cell")), the row of names \(titles)."
        : "Its column has no name.",
      rule:
        "Write a name above each column, and numbers without thousands separators; a cell with a comma in it stands in"
        + " quotation marks.")
  }

  /// A figure with a decimal comma, such as `6,5%`, with a point; three digits after it may be thousands and stay.
  private static func withPoint(_ text: String) -> String {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let digit = parts[0].last, digit.isWholeNumber,
      parts[0].dropFirst(parts[0].hasPrefix("-") ? 1 : 0).allSatisfy(\.isWholeNumber)
    else { return text }
    let decimals = parts[1].prefix { $0.isWholeNumber }.count
    return decimals == 0 || decimals == 3 ? text : "\(parts[0]).\(parts[1])"
  }

  /// Whether a text is a number and nothing else.
  private static func isBare(_ text: String) -> Bool { Double(text) != nil }

  /// The number of a figure, or the high end of a range, that says another unit than the name of its column does.
  private static func number(_ text: String, unlike unit: String) -> Double? {
    guard !unit.isEmpty, let figure = try? QuantityRange(figureOrRange: text), !figure.unit.isEmpty,
      let titled = try? QuantityRange(figureOrRange: joined("1", unit))
    else { return nil }
    let isAlike = figure.high.hasUnit(of: titled.high) && figure.high.period == titled.high.period
    return isAlike ? nil : figure.high.number
  }

  private static func joined(_ number: String, _ unit: String) -> String {
    unit.isEmpty ? number : unit.hasPrefix("%") ? number + unit : "\(number) \(unit)"
  }

  private mutating func refuse(
    _ line: Int, _ column: Int = 0, _ value: String? = nil, reason: String, rule: String? = nil
  ) {
    let place = Place(line: line, column: column + 1, table: table)
    problems.append(
      DocumentProblem(
        file: table, line: line, column: column + 1, cell: place.cell, path: "plans", value: value,
        reason: reason, rule: rule))
  }
}
