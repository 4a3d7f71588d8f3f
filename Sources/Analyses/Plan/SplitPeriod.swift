/// The split intended from a day on.
public struct SplitPeriod: Sendable, Equatable {
  /// As days are named in the table, which is a date where they are dates.
  public var day: String
  /// By arm, in any scale.
  public var split: [String: Double]
  /// The same in the order of the arms, the control first; ``split`` where it is empty.
  public var inOrder: [Double]

  public init(day: String, split: [String: Double] = [:], inOrder: [Double] = []) {
    self.day = day
    self.split = split
    self.inOrder = inOrder
  }

  /// Reads a day and the split from it on, such as `2026-03-04=50:50`.
  ///
  /// - Throws: Where there is no day, or no split after it.
  public init(_ text: String) throws(PlanProblem) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw PlanProblem("a split from a day on is like 2026-03-04=50:50, not \(text)")
    }
    try self.init(
      day: MetricSpecification.trimmed(text[..<equals]),
      WrittenSplit(String(text[text.index(after: equals)...])))
  }

  init(day: String, _ written: WrittenSplit) {
    self.init(day: day, split: written.named, inOrder: written.inOrder)
  }
}
