import Experiments

/// How a day is written, as far as that tells which comes first.
enum DayForm: Hashable {
  /// Such as `12`.
  case number
  /// A date from the year on, such as `2026-01-31`, perhaps with a time.
  case date
  /// A word with one number, such as `week 3`; the word.
  case numbered(String)
  /// Such as `31.1.2026`, of which the order of letters says nothing.
  case other

  init(_ name: String) {
    if let value = Double(name), value.isFinite {
      self = .number
    } else if Self.isDate(name) {
      self = .date
    } else if Self.number(in: name) != nil {
      self = .numbered(String(name.filter { !$0.isNumber }))
    } else {
      self = .other
    }
  }

  /// The number in a name that has one, in one piece.
  static func number(in name: String) -> Int? {
    let runs = name.split { !($0.isASCII && $0.isNumber) }
    return runs.count == 1 ? Int(runs[0]) : nil
  }

  private static func isDate(_ name: String) -> Bool {
    let parts = name.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
      && (name.count == 10 || [" ", "T"].contains(name.dropFirst(10).first))
  }
}
