import Documents
import Foundation
import Market
import Statistics
import Testing

/// What a scenario leaves open, and the scenarios drawn from it.
@Suite struct UncertainScenarioTests {
  /// The sample, with a named range, one in a coupon described for all plans and one in a plan.
  static let text = Sample.text
    .replacing("people: 1000", with: "people: 1000\nassumptions: {take-up: 10%..25%}")
    .replacing(
      "channels:\n",
      with: """
        coupons:
          third visit: {value: 5..9 CNY, orders: repeats, window: day 1..9, attention: {chance: take-up}}
        channels:

        """
    )
    .replacing("- name: today", with: "- name: today\n  - name: five\n    coupons: {third visit: }")
    .replacing(
      "second visit: {value: 10 CNY", with: "third visit: \n      second visit: {value: 8..12 CNY"
    )
    .replacing("chance: 40%", with: "chance: take-up")

  static func resolve(_ changes: KeyValuePairs<String, String> = [:]) throws -> ResolvedScenario {
    let text = changes.reduce(text) { $0.replacing($1.key, with: $1.value) }
    return try ScenarioFile(text).resolve()
  }

  /// Values by draw of one assumption.
  private func values(
    _ name: String, _ resolved: ResolvedScenario, _ draws: Int = 32
  ) throws -> [Double] {
    let place = try #require(resolved.assumptions.firstIndex { $0.name == name })
    return resolved.values(draws: draws).map { $0[place] }
  }

  @Test func aFileWithoutRangesIsReadAsBefore() throws {
    let plain = try ScenarioFile(Sample.text).resolve()
    #expect(plain.assumptions.isEmpty)
    #expect(try plain.scenarios(draws: 32).isEmpty)
    let figures = try ScenarioFile(
      Sample.text.replacing("10 CNY", with: "10..10 CNY").replacing(
        "chance: 40%", with: "chance: n"
      )
      .replacing("people: 1000", with: "people: 1000\nassumptions: {n: 40%}")
    ).resolve()
    #expect(figures == plain)
  }

  @Test func theScenarioHasEveryAssumptionAtItsMedian() throws {
    let resolved = try Self.resolve()
    #expect(
      resolved.assumptions.map(\.name) == [
        "take-up", "coupons.third visit.value", "plans.coupon.coupons.second visit.value",
      ])
    let (named, inline) = (resolved.assumptions[0], resolved.assumptions[1])
    #expect(named.law == .logitNormal)
    #expect((named.low, named.high) == (10, 25))
    #expect(named.path == "assumptions.take-up")
    #expect((inline.basis, inline.unit, inline.law) == (.guess, "CNY", .logNormal))
    #expect(abs(inline.median - 45.0.squareRoot()) < 1e-12)
    let plan = resolved.scenario.plans[2]
    #expect(plan.offers.map { ($0.terms as? Coupon)?.value } == [.fixed(671), .fixed(980)])
    let odds = 1 / 27.0.squareRoot()
    for coupon in plan.offers {
      guard case .decided(let attention, _, _) = coupon.participation else {
        Issue.record("not decided")
        continue
      }
      #expect(abs(attention - odds / (1 + odds)) < 1e-12)
    }
  }

  @Test func aDrawGivesEveryPlanTheSameValues() throws {
    let resolved = try Self.resolve()
    let scenarios = try resolved.scenarios(draws: 48)
    let values = resolved.values(draws: 48)
    #expect(scenarios.count == 48)
    for (scenario, values) in zip(scenarios, values) {
      let coupons = scenario.plans.map(\.offers)
      #expect(coupons[1][0] == coupons[2][0])
      #expect(coupons[1][0].terms as? Coupon == Coupon(.fixed(Int64((100 * values[1]).rounded()))))
      #expect(coupons[2][1].terms as? Coupon == Coupon(.fixed(Int64((100 * values[2]).rounded()))))
      #expect(coupons.joined().allSatisfy { $0.participation == coupons[1][0].participation })
    }
    #expect(Set(values.map { $0[0] }).count == 48)
  }

  /// Nothing that is added moves the draws of what was there; a plan goes by its name.
  @Test func additionsMoveNoDraw() throws {
    let before = try Self.resolve()
    let name = "plans.coupon.coupons.second visit.value"
    let after = try Self.resolve([
      "{take-up: 10%..25%}": "{other: 1..2, take-up: 10%..25%}",
      "validity": "validity",
      "  - name: five":
        "  - name: new\n    coupons: {third visit: {lift: other, value: 1..2 CNY}}\n  - name: five",
    ])
    #expect(after.assumptions.count == 5)
    for name in ["take-up", "coupons.third visit.value", name] {
      #expect(try values(name, before) == values(name, after))
      #expect(try values(name, before) == Array(values(name, before, 64).prefix(32)))
    }
  }

  @Test func drawsAreThoseOfTheSeedThatIsPlayed() throws {
    var resolved = try Self.resolve()
    let first = resolved.values(draws: 16)
    resolved.scenario.seed = 2
    resolved.scenario.stopping.precision = 77
    let scenarios = try resolved.scenarios(draws: 16)
    #expect(resolved.values(draws: 16) != first)
    #expect(scenarios.allSatisfy { $0.seed == 2 && $0.stopping.precision == 77 })
    #expect(
      try Self.resolve(["people: 1000": "people: 1000\nseed: 2"]).values(draws: 16)
        == resolved.values(draws: 16))
  }

  /// One draw a block against the law's closed form; each fails by chance once in a thousand.
  @Test func drawnValuesHaveTheLawOfTheirKind() throws {
    let resolved = try Self.resolve(["5..9 CNY": "5..9 CNY uniform"])
    let all = resolved.values(draws: 16 * 600)
    let values = stride(from: 3, to: all.count, by: 16).map { all[$0] }
    let end = Double.normalQuantile(0.95)
    func normal(_ value: Double, _ low: Double, _ high: Double) -> Double {
      .normalCDF((value - (low + high) / 2) / ((high - low) / (2 * end)))
    }
    let share = KolmogorovSmirnov(values.map { $0[0] }) {
      normal(log($0 / (100 - $0)), log(1.0 / 9), log(1.0 / 3))
    }
    let uniform = KolmogorovSmirnov(values.map { $0[1] }) { ($0 - 5) / 4 }
    let amount = KolmogorovSmirnov(values.map { $0[2] }) { normal(log($0), log(8), log(12)) }
    for test in [share, uniform, amount] { #expect(test.pValue > 0.001) }
  }

  @Test func everythingAnAssumptionSaysIsKept() throws {
    let resolved = try Self.resolve([
      "{take-up: 10%..25%}":
        """

        take-up: {value: 10%..25%, basis: measured, why: three shops, moves with: {price: -0.5}}
        price: {value: 0.4..0.7 CNY, basis: mine}
      """,
      "price: 0.6 CNY": "price: price",
    ])
    let (takeUp, price) = (resolved.assumptions[0], resolved.assumptions[1])
    #expect(takeUp.basis == .measured)
    #expect(takeUp.why == "three shops")
    #expect(takeUp.movesWith == ["price": -0.5])
    #expect(price.basis == .mine)
    #expect(price.movesWith == ["take-up": -0.5])
    #expect((price.low, price.high, price.unit) == (0.4, 0.7, "CNY"))
  }

  @Test func drawsComeInWholeBlocks() throws {
    #expect(try Self.resolve().scenario.draws == DrawRule())
    let rule = try Self.resolve([
      "people: 1000": "people: 1000\ndraws: {minimum: 64, maximum: 128}"
    ]).scenario.draws
    #expect(rule == DrawRule(minimum: 64, maximum: 128, replicationsPerDraw: 2))
    let sample = try Self.resolve(["people: 1000": "people: 1000\nstands for: 10"]).scenario
    #expect(sample.draws.replicationsPerDraw == 10)
  }

  /// A draw that is no valid scenario is refused before anything is played, with what was drawn.
  @Test func invalidDrawsAreRefusedWithTheirValues() throws {
    let resolved = try Self.resolve([
      "people: 1000":
        "people: 1000\nproduct: {quality: -1..1, iteration: {every: 30 days, best: 0.5..1.5}}"
    ])
    let report = #expect(throws: ProblemReport.self) { try resolved.scenarios(draws: 64) }
    let problem = try #require(report?.problems.first)
    #expect(report?.problems.count == 1)
    #expect(problem.path == "product.iteration.best")
    #expect(problem.value == "0.5..1.5")
    let reason = try #require(problem.reason)
    #expect(
      reason.contains(
        /In \d+ of 64 draws, first in draw \d+, where `product.iteration.best` is .+, `product.quality` is .+: The best quality lies below/
      ), "\(reason)")
  }

  @Test func filesOfTodaysCustomersAreReadOnceForAllDraws() throws {
    let file = ScenarioFile(
      Self.text.replacing(
        "begin as: customers", with: "begin as: customers\n    today's customers: base.csv"))
    let base = "repeat purchases,last purchase (days),age (days)\n2,30,40\n0,0,9\n"
    let resolved = try file.resolve(files: ["base.csv": base])
    let segments = try resolved.scenarios(draws: 16).map { $0.market.segments[0] }
    #expect(segments.allSatisfy { $0.base == resolved.scenario.market.segments[0].base })
    #expect(segments[0].base.count == 2)
  }
}
