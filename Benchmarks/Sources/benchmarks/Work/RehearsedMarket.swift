import Experiments
import Statistics

/// Customers whose outcomes under two plans are known, and what rehearsing an experiment on them finds.
enum RehearsedMarket {
  static let customers = 100_000
  static let rehearsals = 10_000
  /// Everybody's gain under plan B in every metric.
  private static let gain = 0.01

  /// Exponential outcomes in four metrics, each with variance 1.
  static func outcomes() throws -> PotentialOutcomes {
    let draws = Draws(seed: 1, replication: 0)
    let control = (0..<customers).flatMap { customer in
      var stream = draws.stream(
        Individual(family: nameHash("customers"), index: UInt32(truncatingIfNeeded: customer)),
        Purpose("outcomes"))
      return (0..<4).map { _ in stream.exponential() }
    }
    return try PotentialOutcomes(
      metrics: ["m0", "m1", "m2", "m3"],
      control: Matrix(rows: customers, columns: 4, elements: control),
      treated: Matrix(rows: customers, columns: 4, elements: control.map { $0 + gain }))
  }

  /// The power against the closed form, for z = gain / √(4/n): Φ(z − 1.96) + Φ(−z − 1.96) to about a point.
  ///
  /// - Returns: What is wrong.
  static func check(_ rehearsals: Rehearsals) throws -> [String] {
    let z = gain / (4 / Double(customers)).squareRoot()
    let expected = Double.normalCDF(z - 1.96) + .normalCDF(-z - 1.96)
    return try rehearsals.outcomes.metrics.indices.compactMap { metric in
      let power = try rehearsals.summary(of: metric).significant.estimate
      return abs(power - expected) < 0.04
        ? nil : "experiments: power \(power.fixed(3)), expected \(expected.fixed(3))"
    }
  }
}
