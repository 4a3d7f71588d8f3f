/// A Latin hypercube that grows by whole blocks: within a block every coordinate has one point in each
/// of as many equal strata as the block has points.
///
/// McKay, Beckman and Conover, "A comparison of three methods for selecting values of input variables",
/// Technometrics 21(2), 1979. Coordinates are told apart by hashed names, so that neither another
/// coordinate nor a further block moves a point.
public struct LatinHypercube: Sendable {
  /// Points in a block.
  public let size: Int
  private let draws: Draws
  private let purpose: Purpose

  public init(seed: UInt64, purpose: Purpose, size: Int) {
    precondition(size > 0, "a block has at least one point")
    self.size = size
    self.purpose = purpose
    draws = Draws(seed: seed, replication: 0)
  }

  /// The coordinates, in (0, 1), of the points of a block along one axis.
  public func coordinates(along axis: String, block: Int) -> [Double] {
    let who = Individual(family: nameHash(axis), index: UInt32(block))
    var stream = draws.stream(who, purpose)
    var strata = Array(0..<size)
    for last in strata.indices.dropFirst().reversed() {
      strata.swapAt(last, Int(stream.uniform() * Double(last + 1)))
    }
    // The last stratum's end rounds to 1, where no quantile is finite.
    return strata.map { min((Double($0) + stream.uniform()) / Double(size), 1 - 0x1p-53) }
  }
}
