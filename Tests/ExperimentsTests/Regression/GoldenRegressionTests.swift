import Statistics
import Testing

@testable import Experiments

/// Dense regressions of the 24,000 units, by statsmodels 0.15.0, numpy 2.4.6 and scipy 1.17.1.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden"))
struct GoldenRegressionTests {
  private static let metrics = GoldenAdjustmentTests.metrics

  /// [pre_sessions, pre_revenue, missing, s1, s2, s3], centred, as `covariates` in the file says.
  private static func covariates(_ columns: GoldenColumns) throws -> [[Double]] {
    var result: [[Double]] = []
    for name in ["pre_sessions", "pre_revenue"] {
      let values = try columns.numbers(name)
      let fill = Moments(values.filter { !$0.isNaN }).mean
      result.append(values.map { $0.isNaN ? fill : $0 })
    }
    result.append(try columns.numbers("pre_sessions").map { $0.isNaN ? 1 : 0 })
    let strata = try #require(columns.text["stratum"])
    for name in ["s1", "s2", "s3"] { result.append(strata.map { $0 == name ? 1 : 0 }) }
    return result.map { values in
      let mean = Moments(values).mean
      return values.map { $0 - mean }
    }
  }

  private static func arms(_ columns: GoldenColumns) throws -> [[Double]] {
    let arms = try #require(columns.text["arm"])
    return ["", "B", "C"].map { name in arms.map { name.isEmpty || $0 == name ? 1 : 0 } }
  }

  @Test func allMetricsInOneFit() throws {
    let columns = try GoldenColumns("lab3arm")
    let golden = try Golden.json("lab3arm")
    let design = try columns.matrix(Self.arms(columns) + Self.covariates(columns))
    let fit = try LeastSquares(design: design, outcomes: columns.matrix(Self.metrics))
    let products = fit.residualProducts
    for metric in Self.metrics.indices {
      for term in 0..<3 {
        let beta = try golden["multi_metric_beta_ancova"]["value"][term][metric].number
        // numpy's own figures differ from statsmodels' in the twelfth digit.
        let scale = max(beta.magnitude, 1e-3 * fit.coefficients[0, metric].magnitude)
        #expect((fit.coefficients[term, metric] - beta).magnitude <= 1e-10 * scale)
      }
      for other in Self.metrics.indices {
        let covariance = try golden["resid_cov_ancova"][metric][other].number
        #expect(
          agrees(
            products[metric, other] / Double(fit.degreesOfFreedom), covariance, relative: 1e-10))
      }
    }
  }

  @Test(arguments: ["none", "ancova", "lin"])
  func classicalErrorsAgree(name: String) throws {
    let columns = try GoldenColumns("lab3arm")
    var design = try Self.arms(columns)
    let covariates = try Self.covariates(columns)
    if name != "none" { design += covariates }
    if name == "lin" {
      for arm in [1, 2] { design += covariates.map { zip($0, design[arm]).map(*) } }
    }
    // One metric where the design is wide, for time's sake.
    let metrics = name == "lin" ? ["revenue"] : Self.metrics
    let fit = try LeastSquares(design: columns.matrix(design), outcomes: columns.matrix(metrics))
    let products = fit.residualProducts
    for (metric, column) in metrics.enumerated() {
      let value = try Golden.json("lab3arm")["\(column).\(name)"]["value"]
      let total = Moments(try columns.numbers(column)).sumOfSquaredDeviations
      let explained = try value["rsquared"].number
      // r² is what is left of 1 − RSS/TSS, and has the digits of 1.
      #expect((1 - products[metric, metric] / total - explained).magnitude < 1e-12)
      for (term, key) in ["const", "B", "C"].enumerated() {
        #expect(
          agrees(
            try fit.coefficient(term, outcome: metric).standardError,
            try value["se"]["classical"][key].number, relative: 1e-10))
      }
    }
  }

  /// All four strata beside the constant, and three of them already among the covariates.
  @Test func columnsThatOthersImplyAreDropped() throws {
    let columns = try GoldenColumns("lab3arm")
    let golden = try Golden.json("lab3arm")["rank_deficient"]["value"]
    let strata = try #require(columns.text["stratum"])
    let dummies = ["s0", "s1", "s2", "s3"].map { name in
      strata.map { $0 == name ? 1.0 : 0.0 }
    }
    let fit = try LeastSquares(
      design: columns.matrix(Self.arms(columns) + Self.covariates(columns) + dummies),
      outcomes: columns.matrix(["revenue"]))
    #expect(Double(fit.design.columns) == (try golden["p"].number))
    #expect(Double(fit.rank) == (try golden["rank"].number))
    #expect(fit.dropped.count == 4)
    #expect(fit.dropped.allSatisfy { $0 > 2 })
    for term in [1, 2] {
      let effect = try fit.coefficient(term).estimate
      let reference = try golden["effect_B_C_revenue"][term - 1].number
      // The reference has lost digits: the same effects stand in revenue.ancova to twelve.
      #expect(agrees(effect, reference, relative: 1e-10))
    }
    #expect(throws: NotEstimable.self) { _ = try fit.coefficient(fit.dropped[0]) }
  }
}
