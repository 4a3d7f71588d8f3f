import Experiments
import Statistics
import Testing

/// Adjustments and clustered errors, which need rows.
@Suite(.releaseOnly) struct AdjustedCoverageTests {
  /// An effect of 0.2 + 0.3·(x − 1) on units whose covariate x is exponential: everybody's is 0.2.
  private func adjusted(_ draws: Draws, units: Int) -> UnitTable {
    var values = Matrix(rows: units, columns: 2)
    var arms: [Int32] = []
    for unit in 0..<units {
      var stream = draws.unit(unit, arm: 0)
      let isTreated = stream.uniform() < 0.5
      let x = stream.exponential()
      let effect = isTreated ? 0.2 + 0.3 * (x - 1) : 0
      values[unit, 0] = x + effect + stream.normal()
      values[unit, 1] = x
      arms.append(isTreated ? 1 : 0)
    }
    return UnitTable(
      columns: ["spend", "before"], values: values, arm: Labels(names: ["A", "B"], codes: arms))
  }

  @Test func linByHC2() throws {
    let adjustment = Adjustment(
      metrics: [0], covariates: [1], slopes: .perArm, estimand: .population, variances: [.hc2])
    try Repeated.check("Lin, HC2, 2,000 units, coverage of everybody's effect", nominal: 0.95) {
      draws in
      try AdjustedMeans(adjusted(draws, units: 2_000), adjustment)
        .effect(arm: 1, metric: 0).interval().contains(0.2)
    }
  }

  /// Whole clusters of eight are assigned; they differ by half of what units within them do.
  @Test func clustersByCR1() throws {
    let (clusters, size) = (100, 8)
    let codes = (0..<clusters * size).map { Int32($0 / size) }
    let arms = Labels(names: ["A", "B"], codes: codes.map { $0 % 2 })
    let names = (0..<clusters).map { "\($0)" }
    let adjustment = Adjustment(metrics: [0], variances: [.cr1])
    try Repeated.check("CR1, 100 clusters of 8, coverage", nominal: 0.95) { draws in
      var values = Matrix(rows: clusters * size, columns: 1)
      for cluster in 0..<clusters {
        var stream = draws.unit(cluster, arm: cluster % 2)
        let shared = 0.5 * stream.normal() + 0.3 * Double(cluster % 2)
        for unit in 0..<size { values[cluster * size + unit, 0] = shared + stream.normal() }
      }
      let table = UnitTable(
        columns: ["spend"], values: values, arm: arms,
        groups: [.cluster: Labels(names: names, codes: codes)])
      return try AdjustedMeans(table, adjustment)
        .effect(arm: 1, metric: 0, .cr1).interval().contains(0.3)
    }
  }
}
