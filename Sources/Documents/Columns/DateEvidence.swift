/// What all cells of a column say about how its dates are written.
struct DateEvidence: Sendable {
  private var dates = 0
  private var dayFirst = 0
  private var monthFirst = 0
  private var yearFirst = 0
  /// Cells that are a different date in either order, and the first of them.
  private var open = 0
  private var openCell: String?
  /// The first cell that is not from the year on.
  private var example: String?
  /// Of dates of three numbers of two digits, what stands first and what last: years are few, days are many.
  private var firsts: Set<Int> = []
  private var thirds: Set<Int> = []
  private var threeCell: String?
  private var numbers = 0
  private var smallest = Double.infinity
  private var largest = 0.0

  init() {}

  mutating func note(_ cell: Span<UInt8>) {
    if case .date = DateReading(cell) {
      dates += 1
      return
    }
    guard let written = WrittenDate(cell) else { return }
    switch written.parts {
    case .day: dates += 1
    case .number(let number):
      numbers += 1
      smallest = min(smallest, number)
      largest = max(largest, number)
    case .two, .three:
      let readings = [DateForm.Order.dayFirst, .monthFirst, .yearFirst].map {
        written.day(order: $0, count: nil)
      }
      if readings[0] != nil { dayFirst += 1 }
      if readings[1] != nil { monthFirst += 1 }
      if case .three(let first, _, let third) = written.parts {
        if readings[2] != nil { yearFirst += 1 }
        firsts.insert(first)
        thirds.insert(third)
        if threeCell == nil { threeCell = DecodedText(cell).text }
      }
      if readings[0] != nil, readings[1] != nil, readings[0] != readings[1] {
        open += 1
        openCell = openCell ?? DecodedText(cell).text
      }
    }
    example = example ?? DecodedText(cell).text
  }

  /// With points the day comes first everywhere.
  private var isPointed: Bool { threeCell?.contains(".") ?? false }

  /// How the column is written.
  func form(_ column: String, forced: DateForm?) throws(ColumnDoubt) -> DateForm {
    if var forced {
      forced.example = openCell ?? example
      return forced
    }
    var form = DateForm(example: openCell ?? example)
    if max(dayFirst, monthFirst, yearFirst) > 0 {
      if yearFirst > 0, yearFirst == max(dayFirst, monthFirst), !isPointed {
        // The year is the end that changes less.
        guard firsts.count != thirds.count else {
          throw .yearPlace(threeCell ?? "", column: column)
        }
        if firsts.count < thirds.count {
          form.order = .yearFirst
          return form
        }
      }
      if dayFirst == monthFirst, dayFirst >= yearFirst {
        if open > 0, let openCell { throw .dayOrder(openCell, column: column) }
        form.order = .dayFirst
      } else if yearFirst > max(dayFirst, monthFirst) {
        form.order = .yearFirst
      } else {
        form.order = dayFirst > monthFirst ? .dayFirst : .monthFirst
      }
    }
    // A few numbers among dates are no dates.
    if numbers > dates + max(dayFirst, monthFirst, yearFirst) { form.count = count }
    return form
  }

  private var count: DateForm.Count? {
    // From 1927 to 2173 in days, from 1973 on in the others.
    if smallest >= 10_000, largest < 100_000 { return .serial }
    if smallest >= 1e8, largest < 1e10 { return .seconds }
    if smallest >= 1e11, largest < 1e13 { return .milliseconds }
    return smallest >= 1e14 && largest < 1e16 ? .microseconds : nil
  }
}
