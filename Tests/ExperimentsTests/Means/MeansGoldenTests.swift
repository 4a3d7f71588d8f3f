import Statistics
import Testing

@testable import Experiments

/// Means and ratios of the reference tables against tea-tasting 1.14.0 and gbstats (2026).
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden")) struct MeansGoldenTests {
  private static let sessions = Outcome.mean(of: 0)
  private static let orders = Outcome.mean(of: 1)
  private static let revenue = Outcome.mean(of: 2)
  private static let ordersPerSession = Outcome.ratio(of: 1, per: 0)
  private static let revenuePerOrder = Outcome.ratio(of: 2, per: 1)

  @Test func usersAgreeWithTeaTasting() throws {
    let arms = try CellMoments(try #require(GoldenTables.users42), outcomes: [0, 1, 2]).byArm
    let records = try Golden.json("users42")["tea_tasting"]["value"]
    func check(
      _ name: String, _ outcome: Outcome, _ variances: Variances = .unequal,
      asymptotic: Bool = false, _ alternative: Alternative = .twoSided
    ) throws {
      try PeerFigures.checkTeaTasting(
        try records[name], control: outcome.moments(in: arms[0]),
        treatment: outcome.moments(in: arms[1]), variances: variances, asymptotic: asymptotic,
        alternative)
    }
    try check("sessions", Self.sessions)
    try check("orders", Self.orders)
    try check("revenue", Self.revenue)
    try check("ops", Self.ordersPerSession)
    try check("rpo", Self.revenuePerOrder)
    try check("orders_equalvar", Self.orders, .equal)
    try check("orders_z", Self.orders, asymptotic: true)
    try check("orders_greater", Self.orders, .unequal, asymptotic: false, .greater)
  }

  @Test func usersAgreeWithGbstats() throws {
    let arms = try CellMoments(try #require(GoldenTables.users42), outcomes: [0, 1, 2]).byArm
    let metrics = try Golden.json("users42")["gbstats"]
    let outcomes = [
      "orders": Self.orders, "ops_ratio": Self.ordersPerSession, "rpo_ratio": Self.revenuePerOrder,
    ]
    for (name, outcome) in outcomes {
      try checkGbstats(try metrics[name]["value"], outcome, arms[0], arms[1])
    }
  }

  @Test func threeArmsAgreeWithTeaTasting() throws {
    let arms = try CellMoments(try #require(GoldenTables.users3arm), outcomes: [0, 1, 2]).byArm
    let outcomes = [
      "orders": Self.orders, "revenue": Self.revenue, "ops": Self.ordersPerSession,
    ]
    for arm in 1...2 {
      let records = try Golden.json("users3arm")["pairs"]["(0, \(arm))"]
      for name in try records.keys {
        let outcome = try #require(outcomes[name])
        try PeerFigures.checkTeaTasting(
          try records[name], control: outcome.moments(in: arms[0]),
          treatment: outcome.moments(in: arms[arm]))
      }
    }
  }

  /// The laboratory's columns: revenue 0, orders 1, sessions 4.
  @Test func laboratoryAgreesWithBothPeers() throws {
    let cells = try CellMoments(try #require(GoldenTables.lab3arm), outcomes: [0, 1, 4])
    let arms = cells.byArm
    let golden = try Golden.json("lab3arm")
    let outcomes: [String: Outcome] = [
      "revenue": .mean(of: 0), "orders_per_session": .ratio(of: 1, per: 2),
      "rps": .ratio(of: 0, per: 2),
    ]
    for (arm, name) in cells.arms.enumerated() {
      #expect(Double(arms[arm].count) == (try golden["n"][name].number))
      guard arm > 0 else { continue }
      let records = try golden["tea_tasting"]["('A', '\(name)')"]
      for metric in try records.keys {
        let outcome = try #require(outcomes[metric])
        try PeerFigures.checkTeaTasting(
          try records[metric], control: outcome.moments(in: arms[0]),
          treatment: outcome.moments(in: arms[arm]))
      }
      try checkGbstats(
        try golden["gbstats"][name]["ops"], .ratio(of: 1, per: 2), arms[0], arms[arm])
    }
  }

  /// The published cases of gbstats' own tests, given as sums; and its variance of a proportion, p(1−p).
  @Test func publishedPairsAgree() throws {
    let fixtures = try Golden.json("gbstats_fixtures")
    func mean(_ sum: Double, squares: Double, _ count: Int) -> Moments {
      Moments(
        count: count, mean: sum / Double(count),
        sumOfSquaredDeviations: squares - sum * sum / Double(count))
    }
    func share(_ successes: Double, of count: Int) -> Moments {
      let p = successes / Double(count)
      return Moments(count: count, mean: p, sumOfSquaredDeviations: p * (1 - p) * Double(count - 1))
    }
    let pairs = [
      "mean_pair": (
        mean(1396.87, squares: 52377.9767, 3407), mean(2422.7, squares: 134698.29, 3461)
      ),
      "prop_pair": (share(14, of: 28), share(16, of: 30)),
    ]
    for (name, (control, treatment)) in pairs {
      let absolute = try Effect.difference(treatment, from: control)
      let relative = try RelativeLift(treatment, over: control).delta
      let fixture = try fixtures[name]
      try PeerFigures.checkGbstats(
        try fixture["value"], absolute: absolute, relative: relative)
      for (key, effect) in [("abs", absolute), ("rel", relative)]
      where try fixture["published"].keys.contains(key) {
        let published = try fixture["published"][key].numbers
        let interval = effect.interval()
        let ours = [effect.estimate, interval.low, interval.high, effect.pValue()]
        // Published to five decimals.
        for (figure, reference) in zip(ours, published) {
          #expect((figure - reference).magnitude <= 0.5e-5 + 1e-12)
        }
      }
    }
  }

  private func checkGbstats(
    _ record: GoldenLeaf, _ outcome: Outcome, _ control: CoMoments, _ treatment: CoMoments
  ) throws {
    let (a, b) = (try outcome.moments(in: control), try outcome.moments(in: treatment))
    try PeerFigures.checkGbstats(
      record, absolute: try .difference(b, from: a), relative: try RelativeLift(b, over: a).delta)
  }
}
