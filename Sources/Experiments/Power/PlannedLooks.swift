/// Looks at the data while the experiment runs, equally spaced, the last with all units.
///
/// What they cost is taken from the normal distribution, in which it is exact for one arm.
public struct PlannedLooks: Sendable, Equatable {
  public let design: GroupSequentialDesign

  /// - Throws: `NotEstimable` for fewer than one look or a wrong alpha.
  public init(
    count: Int, alpha: Double = 0.05, isTwoSided: Bool = true,
    boundary: GroupSequentialDesign.Boundary = .spending(.obrienFleming)
  ) throws(NotEstimable) {
    guard count >= 1 else { throw NotEstimable("there must be at least one look") }
    design = try GroupSequentialDesign(
      looks: GroupSequentialDesign.equalLooks(count), alpha: alpha, isTwoSided: isTwoSided,
      boundary: boundary)
  }

  public var count: Int { design.looks.count }

  /// How many times the units of a test with one look are needed for a power.
  public func inflation(power: Double) throws(NotEstimable) -> Double {
    try design.inflation(power: power)
  }

  /// The same for the power that this drift has: the effect over its standard error with all units.
  func inflation(drift: Double) -> Double {
    // Beyond these the power is hardly told from chance or certainty, and the factor moves little.
    let power = min(
      max(design.stopping(drift: drift).upper.reduce(0, +), 1.5 * design.alpha), 0.99999)
    return (try? design.inflation(power: power)) ?? 1
  }
}
