import Statistics
import Testing

@testable import Experiments

/// The regressions of 24,000 units in three arms, by statsmodels 0.15.0.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden"))
struct GoldenAdjustmentTests {
  static let metrics = ["revenue", "orders", "converted", "latency"]

  static func lab() throws -> UnitTable {
    try GoldenColumns("lab3arm").table(
      metrics + ["pre_sessions", "pre_revenue"], arm: "arm",
      groups: [.cluster: "cluster", .stratum: "stratum"])
  }

  static func adjustment(_ name: String) -> Adjustment {
    Adjustment(
      metrics: [0, 1, 2, 3], covariates: name == "none" ? [] : [4, 5],
      groups: name == "none" ? [] : [.stratum], slopes: name == "ancova" ? .common : .perArm,
      variances: [.hc0, .hc1, .hc2, .hc3, .cr0, .cr1])
  }

  @Test(arguments: ["none", "ancova", "lin"])
  func effectsAndErrorsAgree(name: String) throws {
    let golden = try Golden.json("lab3arm")
    let means = try AdjustedMeans(Self.lab(), Self.adjustment(name))
    #expect(means.leftOut == [0, 0, 0])
    #expect(means.clusters == 300)
    for (metric, column) in Self.metrics.enumerated() {
      let value = try golden["\(column).\(name)"]["value"]
      #expect(Double(means.degreesOfFreedom) == (try value["df_resid"].number))
      let squares = (0..<3).reduce(0) { $0 + means.residualSquares[$1, metric] }
      #expect(agrees(squares, try value["rss"].number, relative: 1e-10))
      for variance in means.adjustment.variances {
        let errors = try value["se"][variance.rawValue]
        for (arm, term) in ["const", "B", "C"].enumerated() {
          let effect =
            arm == 0
            ? try means.mean(arm: 0, metric: metric, variance)
            : try means.effect(arm: arm, metric: metric, variance)
          // A difference has the digits of the means it is the difference of.
          let reference = try value["params"][term].number
          let scale = max(reference.magnitude, 1e-4 * means.means[0, metric].magnitude)
          #expect((effect.estimate - reference).magnitude <= 1e-10 * scale)
          #expect(agrees(effect.standardError, try errors[term].number, relative: 1e-10))
          guard variance == .cr1 else { continue }
          #expect(effect.degreesOfFreedom == 299)
          let statistic = try value["CR1_t"][term].number
          #expect((effect.statistic - statistic).magnitude <= 1e-10 * max(1, statistic.magnitude))
          let p = try value["CR1_p_dfGm1"][term].number
          // statsmodels loses what is below the least positive number; ours does too.
          #expect(agrees(effect.pValue(), p, relative: 1e-8))
        }
      }
    }
  }
}
