/// How a column's dates are written where a cell alone does not tell, decided for the whole column.
public struct DateForm: Sendable, Equatable {
  /// Which comes first of 3/4/2026.
  public enum Order: String, Sendable, CaseIterable {
    case dayFirst = "d/m/y"
    case monthFirst = "m/d/y"
    case yearFirst = "y/m/d"
  }

  /// What a number counts that stands for a date.
  public enum Count: String, Sendable, CaseIterable {
    /// Days since 1899-12-30, as spreadsheets count them.
    case serial
    case seconds
    case milliseconds
    case microseconds
  }

  public var order: Order?
  public var count: Count?
  /// A cell of which the form had to be found out.
  public var example: String?

  public static let plain = DateForm()

  public init(order: Order? = nil, count: Count? = nil, example: String? = nil) {
    self.order = order
    self.count = count
    self.example = example
  }

  /// A form as it is asked for: `d/m/y`, `m/d/y`, `y/m/d`, `serial`, `seconds`, `milliseconds`.
  public init?(_ text: String) {
    let plain = String(
      text.lowercased().map { "-. ".contains($0) ? "/" : $0 })
    // `dd/mm/yyyy` is `d/m/y`.
    var short = ""
    for letter in plain where letter != short.last { short.append(letter) }
    if let order = Order(rawValue: short) {
      self.init(order: order)
    } else if let count = Count(rawValue: text.lowercased()) {
      self.init(count: count)
    } else {
      return nil
    }
  }

  /// The day a cell stands for.
  public func read(_ cell: Span<UInt8>) -> DateReading {
    let quick = DateReading(cell)
    if case .date = quick { return quick }
    guard let written = WrittenDate(cell) else {
      return MissingWord.isSaid(by: cell) ? .missing : .unreadable
    }
    return written.day(order: order, count: count).map(DateReading.date) ?? .unreadable
  }

  /// What was decided, in a sentence; nil where nothing had to be.
  public func sentence(_ column: String) -> String? {
    guard let example, case .date(let day) = read(Array(example.utf8).span) else { return nil }
    return "Dates of \(column): “\(example)” is read as \(day.iso)."
  }
}

extension DateForm {
  /// How the different names of days in a column are written as dates; nil where they are none.
  ///
  /// Numbers count days in themselves, unless they are days with a time of day as spreadsheets count them, or it
  /// was said what they are.
  public init?(of names: [String], column: String, forced: DateForm?) throws(ColumnDoubt) {
    var evidence = DateEvidence()
    var numbers: [Double] = []
    for name in names {
      evidence.note(Array(name.utf8).span)
      if let number = Double(name) { numbers.append(number) }
    }
    let isCount =
      forced?.count != nil || numbers.contains { $0 != $0.rounded() && $0 > 10_000 }
    guard !names.isEmpty, numbers.isEmpty || numbers.count == names.count && isCount else {
      return nil
    }
    self = try evidence.form(column, forced: forced)
    for name in names {
      guard case .date = read(Array(name.utf8).span) else { return nil }
    }
  }
}
