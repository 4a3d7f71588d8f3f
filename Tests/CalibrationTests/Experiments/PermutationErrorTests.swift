import Experiments
import RealModule
import Statistics
import Testing

/// Rearranged labels: exact where labels mean nothing, and right in large samples where only means agree.
@Suite(.releaseOnly) struct PermutationErrorTests {
  /// (1 + #)/200 is at most 0.05 for 10 of the 200 places the data can take among the rearrangements.
  private let rearrangements = 199

  @Test func exactOnSkewedData() throws {
    try Repeated.check("permutation, log-normal, 15 against 30, A/A error", nominal: 0.05) {
      draws in
      let table = UnitTable(arms: [30, 15]) { arm, index in
        var stream = draws.unit(index, arm: arm)
        return [Double.exp(1.5 * stream.normal())]
      }
      return try rejects(table, draws)
    }
  }

  /// The smaller arm varies most, which misleads a test that is not studentised most: Student's z is then
  /// √(28/12) too large.
  @Test func unequalVariancesAndSizes() throws {
    let student = 2 * Double.normalCDF(-1.959964 / (28.0 / 12).squareRoot())
    let shares = try Repeated.shares(of: 2) { draws in
      let table = UnitTable(arms: [150, 50]) { arm, index in
        var stream = draws.unit(index, arm: arm)
        return [(arm == 1 ? 3 : 1) * stream.normal()]
      }
      let arms = table.values.elements
      return [
        try rejects(table, draws),
        try Effect.difference(
          Moments(arms[150...]), from: Moments(arms[..<150]), variances: .equal
        ).pValue() < 0.05,
      ]
    }
    // Right to order 1/n: Janssen 1997; Chung and Romano, "Exact and asymptotically robust permutation
    // tests", Annals of Statistics 41, 2013.
    Repeated.judge(
      "permutation, deviations 3 and 1, 50 against 150, A/A error", share: shares[0],
      nominal: 0.05, allowance: 0.003)
    Repeated.judge(
      "Student's t on the same, A/A error", share: shares[1], nominal: student, allowance: 0.01)
  }

  /// Of the 3,432 splits of 14 units the 85 outermost on each side have a p-value of at most 0.05.
  @Test func everySplit() throws {
    try Repeated.check(
      "exact permutation, log-normal, 7 against 7, A/A error", nominal: 170.0 / 3_432
    ) { draws in
      func sample(_ arm: Int) -> [Double] {
        (0..<7).map { index in
          var stream = draws.unit(index, arm: arm)
          return Double.exp(1.5 * stream.normal())
        }
      }
      return try ExactPermutationTest(sample(0), sample(1)).pValue() <= 0.05
    }
  }

  private func rejects(_ table: UnitTable, _ draws: Draws) throws -> Bool {
    try PermutationTest.sampled(
      table, metrics: ["spend"], arm: 1, rearrangements: rearrangements, seed: draws.seed
    )[0].pValue() <= 0.05
  }
}
