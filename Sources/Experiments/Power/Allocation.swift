/// How units are divided between a control and the arms that are compared with it.
public struct Allocation: Sendable, Equatable {
  /// With the control.
  public let arms: Int
  /// Units in each other arm per unit of the control.
  public let ratio: Double

  /// - Throws: `NotEstimable` for fewer than two arms or a ratio that is not positive.
  public init(arms: Int = 2, ratio: Double = 1) throws(NotEstimable) {
    guard arms >= 2 else { throw NotEstimable("an experiment has at least two arms") }
    guard ratio > 0, ratio.isFinite else {
      throw NotEstimable("the arms' sizes are in no positive ratio")
    }
    self.arms = arms
    self.ratio = ratio
  }

  /// The split that compares every arm with the control most precisely: √(arms − 1) : 1.
  ///
  /// Dunnett 1955.
  public static func optimal(arms: Int) throws(NotEstimable) -> Allocation {
    try Allocation(arms: arms, ratio: 1 / Double(max(1, arms - 1)).squareRoot())
  }

  /// Arms that are compared with the control.
  public var comparisons: Int { arms - 1 }

  /// The control's share of all units.
  public var controlShare: Double { 1 / unitsPerControl }

  /// Units in all arms together per unit of the control.
  public var unitsPerControl: Double { 1 + ratio * Double(comparisons) }
}
