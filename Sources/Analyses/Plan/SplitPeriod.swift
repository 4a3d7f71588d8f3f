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
}
