@testable import Analyses
import Foundation
import Statistics
import Testing

@testable import Experiments

/// Whole analyses from the bytes of a file, against statsmodels, gbstats and tea-tasting.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden"))
struct AnalysisGoldenTests {
  private func result(
    _ metrics: String..., change: (inout AnalysisPlan) -> Void = { _ in }
  ) async throws -> AnalysisResult {
    var plan = AnalysisPlan(arm: "arm", metrics: try metrics.map { try MetricSpecification($0) })
    plan.split = ["A": 50, "B": 25, "C": 25]
    plan.correction = .none
    change(&plan)
    var reader = UnitReader(plan.columns)
    try reader.feed(
      try Data(contentsOf: Golden.folder.appending(path: "data/lab3arm.csv")))
    return try await Analysis(plan).run(try reader.finish(), counts: reader.counts)
  }

  private func effect(_ result: AnalysisResult, _ metric: String, _ arm: String) throws
    -> EffectEstimate
  {
    try #require(result.effects.first { $0.metric == metric && $0.arm == arm })
  }

  /// statsmodels 0.15.0: Lin's regression with missing covariates and strata as indicators.
  @Test(arguments: ["HC0", "HC1", "HC2", "HC3", "CR1"])
  func linRegression(name: String) async throws {
    let metrics = ["revenue", "orders", "converted", "latency"]
    let result = try await result("revenue", "orders", "converted:mean", "latency") {
      $0.covariates = ["pre_sessions", "pre_revenue"]
      $0.stratum = "stratum"
      if name == "CR1" {
        $0.cluster = "cluster"
      } else {
        $0.standardError = RobustVariance(rawValue: name)
      }
    }
    let golden = try Golden.json("lab3arm")
    for metric in metrics {
      for arm in ["B", "C"] {
        let own = try effect(result, metric, arm)
        let value = try golden["\(metric).lin"]["value"]
        #expect(own.method == "Lin, \(name)")
        #expect(agrees(own.effect.estimate, try value["params"][arm].number, relative: 1e-9))
        #expect(
          agrees(own.effect.standardError, try value["se"][name][arm].number, relative: 1e-10))
        if name == "CR1" {
          #expect(
            agrees(own.pValue, try value["CR1_p_dfGm1"][arm].number, relative: 1e-8))
        }
      }
    }
  }

  /// Tea-tasting pools the two arms compared and their total covariance, so that only its figures without
  /// covariates are those of an analysis; CUPED's own against them are in `CUPEDGoldenTests`.
  @Test func covariatesMakeTheErrorSmaller() async throws {
    let plain = try await effect(try result("revenue"), "revenue", "B")
    for rule in AdjustmentRule.allCases {
      let adjusted = try effect(
        try await result("revenue") {
          $0.covariates = ["pre_sessions", "pre_revenue"]
          $0.adjustment = rule
        }, "revenue", "B")
      #expect(adjusted.effect.standardError < 0.97 * plain.effect.standardError)
      #expect(
        (adjusted.effect.estimate - plain.effect.estimate).magnitude
          < plain.effect.standardError)
    }
  }

  /// statsmodels 0.15.0: one slope for all arms.
  @Test func covarianceAnalysis() async throws {
    let result = try await result("orders") {
      $0.covariates = ["pre_sessions", "pre_revenue"]
      $0.stratum = "stratum"
      $0.adjustment = .ancova
      $0.standardError = .hc3
    }
    let value = try Golden.json("lab3arm")["orders.ancova"]["value"]
    let own = try effect(result, "orders", "C")
    #expect(own.method == "ANCOVA, HC3")
    #expect(agrees(own.effect.estimate, try value["params"]["C"].number, relative: 1e-9))
    #expect(agrees(own.effect.standardError, try value["se"]["HC3"]["C"].number, relative: 1e-10))
  }

  /// The slope of the daily effects on sessions.
  @Test func noveltyByDay() async throws {
    let result = try await result("sessions") { $0.day = "day" }
    let golden = try Golden.json("lab3arm")["novelty_sessions_BvA"]["value"]
    let trend = try #require(result.novelty.first { $0.arm == "B" }?.slope)
    #expect(agrees(trend.estimate, try golden["slope"].number, relative: 1e-9))
    #expect(agrees(trend.standardError, try golden["se_known_var"].number, relative: 1e-9))
  }

  @Test func welchAndTheLogRatio() async throws {
    let result = try await result("revenue")
    for arm in ["B", "C"] {
      let golden = try Golden.json("lab3arm")["tea_tasting"]["('A', '\(arm)')"]["revenue"]
      let own = try effect(result, "revenue", arm)
      #expect(own.method == "Welch")
      #expect(agrees(own.controlValue, try golden["control"].number, relative: 1e-12))
      #expect(agrees(own.armValue, try golden["treatment"].number, relative: 1e-12))
      #expect(agrees(own.pValue, try golden["pvalue"].number, relative: 1e-8))
      #expect(
        agrees(own.interval.low, try golden["effect_size_ci_lower"].number, relative: 1e-10))
      guard case .interval(let estimate, let interval, "log ratio") = own.relative else {
        Issue.record("\(own.relative)")
        continue
      }
      #expect(agrees(estimate, try golden["rel_effect_size"].number, relative: 1e-9))
      #expect(
        agrees(interval.low, try golden["rel_effect_size_ci_lower"].number, relative: 1e-9))
      #expect(
        agrees(interval.high, try golden["rel_effect_size_ci_upper"].number, relative: 1e-9))
    }
    let split = try Golden.json("lab3arm")["srm"]["p"].number
    #expect(agrees(try #require(result.split.pValue), split, relative: 1e-8))
  }

  @Test func quantilesAndStrata() async throws {
    let quantiles = try await result("p90(latency)")
    let value = try Golden.json("lab3arm")["quantile"]["latency.p0.9"]["value"]
    for arm in ["B", "C"] {
      let own = try effect(quantiles, "p90(latency)", arm)
      let golden = try value["\(arm)_vs_A"]["abs"]["uplift"]
      #expect(agrees(own.effect.estimate, try golden["mean"].number, relative: 1e-10))
      #expect(agrees(own.effect.standardError, try golden["stddev"].number, relative: 1e-10))
    }
    let strata = try await result("revenue") { $0.stratum = "stratum" }
    let golden = try Golden.json("lab3arm")["gbstats"]["B"]["post_strat_revenue"]["value"]
    let own = try effect(strata, "revenue", "B")
    #expect(own.method == "post-stratified")
    #expect(agrees(own.effect.estimate, try golden["expected"].number, relative: 1e-10))
    #expect(
      agrees(own.effect.standardError, try golden["uplift"]["stddev"].number, relative: 1e-10))
  }

  /// The sequence tuned to 5,000 units, day after day; the last look's p-value is the least so far.
  @Test func everyDaysLook() async throws {
    let result = try await result("converted:proportion") {
      $0.day = "day"
      $0.sequential = .asymptotic
    }
    let days = result.days.filter { $0.arm == "B" }
    let golden = try Golden.json("lab3arm")["by_day_converted_BvA"]["value"].list
    #expect(days.count == golden.count)
    for (own, golden) in zip(days, golden) {
      #expect(own.units == Int(try golden["nA"].number + golden["nB"].number))
      #expect(agrees(own.effect.estimate, try golden["diff"].number, relative: 1e-9))
      #expect(agrees(own.interval.low, try golden["cs"][0].number, relative: 1e-9))
      #expect(agrees(own.interval.high, try golden["cs"][1].number, relative: 1e-9))
      #expect(agrees(own.pValue, try golden["p_always"].number, relative: 1e-8))
    }
    #expect(result.decisions.map(\.verdict) == [.tooEarly, .tooEarly])
  }
}
