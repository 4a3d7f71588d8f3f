import Statistics
import Testing

@testable import Experiments

/// The laboratory's analysis of covariance by numpy 2.4.6: with weights from within arms, adjusted means are
/// its coefficients, though only moments were kept, and missing covariates were filled in afterwards.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden"))
struct CovarianceAnalysisGoldenTests {
  private static let metrics = ["revenue", "orders", "converted", "latency"]

  /// Metrics 0–3, earlier sessions 4 and revenue 5 (missing for some units), dummies of all strata.
  private func cuped(strata: ClosedRange<Int>) throws -> (cells: CellMoments, result: CUPED) {
    let columns = try GoldenColumns("lab3arm")
    let stratum = try columns.labels("stratum")
    let dummies = stratum.names.indices.map { name in
      stratum.codes.map { Int($0) == name ? 1.0 : 0 }
    }
    let measured = try (Self.metrics + ["pre_sessions", "pre_revenue"]).map {
      try columns.numbers($0)
    }
    let table = UnitTable(
      columns: Self.metrics + ["pre_sessions", "pre_revenue"] + stratum.names,
      values: try columns.matrix(measured + dummies), arm: try columns.labels("arm"))
    let cells = try CellMoments(
      table, outcomes: [0, 1, 2, 3], covariates: [4, 5] + strata.map { 6 + $0 })
    let result = try CUPED(
      cells.byArm, outcomes: (0..<4).map { .mean(of: $0) },
      covariates: cells.variables.adjusting.map { .mean(of: $0) })
    return (cells, result)
  }

  @Test func adjustedMeansAreTheCoefficients() throws {
    let (cells, result) = try cuped(strata: 1...3)
    let golden = try Golden.json("lab3arm")
    let coefficients = try golden["multi_metric_beta_ancova"]["value"]
    for metric in 0..<4 {
      let means = result.arms.map { $0.means[metric] }
      let ours = [means[0], means[1] - means[0], means[2] - means[0]]
      for row in 0..<3 {
        #expect(agrees(ours[row], try coefficients[row][metric].number, relative: 1e-10))
      }
    }
    // What is left within arms, over units less coefficients.
    let freedom = Double(24_000 - 3 - (cells.variables.adjusting.count - result.dropped.count))
    let residual = try golden["resid_cov_ancova"]
    for i in 0..<4 {
      for j in 0..<4 {
        let sum = result.arms.reduce(0) { $0 + $1.sumOfProducts(i, j) }
        #expect(agrees(sum / freedom, try residual[i][j].number, relative: 1e-10))
      }
    }
  }

  /// With a dummy of every stratum the last says nothing new, nor does the second indicator: units lack
  /// both covariates or none.
  @Test func dependentCovariateIsDroppedWithoutLoss() throws {
    let (_, result) = try cuped(strata: 0...3)
    #expect(result.dropped == [5, 7])
    let effects = try Golden.json("lab3arm")["rank_deficient"]["value"]["effect_B_C_revenue"]
    for arm in 1...2 {
      #expect(
        agrees(
          result.arms[arm].means[0] - result.arms[0].means[0], try effects[arm - 1].number,
          relative: 1e-10))
    }
  }
}
