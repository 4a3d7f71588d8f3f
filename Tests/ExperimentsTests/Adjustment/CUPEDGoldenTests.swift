import Statistics
import Testing

@testable import Experiments

/// Adjusted means and ratios of users42 against tea-tasting 1.14.0 and gbstats (2026), which take the
/// weights from the total covariance of the two arms, gbstats for ratios from the sum of the arms'.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden")) struct CUPEDGoldenTests {
  private static let ordersPerSession = Outcome.ratio(of: 1, per: 0)
  private static let earlierOrdersPerSession = Outcome.ratio(of: 4, per: 3)

  private func arms() throws -> [CoMoments] {
    try CellMoments(
      try #require(GoldenTables.users42), outcomes: [0, 1, 2], covariates: [3, 4, 5]
    ).byArm
  }

  @Test func agreesWithTeaTasting() throws {
    let records = try Golden.json("users42")["tea_tasting"]["value"]
    let adjustments: [(String, Outcome, Outcome)] = [
      ("sessions_cuped", .mean(of: 0), .mean(of: 3)),
      ("orders_cuped", .mean(of: 1), .mean(of: 4)),
      ("revenue_cuped", .mean(of: 2), .mean(of: 5)),
      ("ops_cuped", Self.ordersPerSession, Self.earlierOrdersPerSession),
      ("rpo_cuped", .ratio(of: 2, per: 1), .ratio(of: 5, per: 4)),
    ]
    for (name, outcome, covariate) in adjustments {
      let adjusted = try CUPED(
        try arms(), outcomes: [outcome], covariates: [covariate], pooling: .total
      ).arms.map { $0.moments(of: 0) }
      try PeerFigures.checkTeaTasting(
        try records[name], control: adjusted[0], treatment: adjusted[1])
    }
  }

  @Test func agreesWithGbstats() throws {
    let metrics = try Golden.json("users42")["gbstats"]
    let adjustments: [(String, Outcome, Outcome, CUPED.Pooling, CUPED.TreatmentMean)] = [
      ("orders_cuped", .mean(of: 1), .mean(of: 4), .total, .observed),
      (
        "ops_ratio_cuped", Self.ordersPerSession, Self.earlierOrdersPerSession, .armsAlike,
        .adjusted
      ),
    ]
    for (name, outcome, covariate, pooling, mean) in adjustments {
      let cuped = try CUPED(
        try arms(), outcomes: [outcome], covariates: [covariate], pooling: pooling)
      let adjusted = cuped.arms.map { $0.moments(of: 0) }
      try PeerFigures.checkGbstats(
        try metrics[name]["value"],
        absolute: try .difference(adjusted[1], from: adjusted[0]),
        relative: try cuped.liftOverUnadjusted(1, treatmentMean: mean))
    }
  }
}
