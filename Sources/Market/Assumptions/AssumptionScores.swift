import Statistics

/// The standard normal scores of assumptions, by draw: pure functions of the seed and the names.
///
/// Whole blocks of draws are stratified; draw k of an assumption stays where it is when another one is
/// added or more blocks follow.
struct AssumptionScores: Sendable {
  private static let purpose = Purpose("assumption")
  private let names: [String]
  private let copula: GaussianCopula
  private let hypercube: LatinHypercube

  init(_ names: [String], _ copula: GaussianCopula, seed: UInt64) {
    self.names = names
    self.copula = copula
    hypercube = LatinHypercube(seed: seed, purpose: Self.purpose, size: DrawRule.block)
  }

  /// Scores by name of the draws of one block.
  func block(_ number: Int) -> [[String: Double]] {
    var independent: [String: [Double]] = [:]
    for name in names {
      independent[name] = hypercube.coordinates(along: name, block: number)
        .map { .normalQuantile($0) }
    }
    return (0..<DrawRule.block).map { draw in
      copula.scores { independent[$0]?[draw] ?? 0 }
    }
  }

  /// Scores by name of so many draws from the first on.
  func draws(_ count: Int) -> [[String: Double]] {
    let blocks = (count + DrawRule.block - 1) / DrawRule.block
    return Array((0..<blocks).flatMap(block).prefix(count))
  }
}
