import Testing

@testable import Market

struct FreeSampleTests {
  private static func tasting(worth: Double = 400, convinces: Double? = 0.3) -> Offer {
    Offer(
      name: "tasting", terms: FreeSample(cost: 250, convinces: convinces), orders: .first,
      segments: [0, 1], window: 10..<150, participation: GivenMarket.weighed, effect: .lift(0),
      worth: worth)
  }

  @Test func nothingChangesNothing() {
    var offer = Self.tasting()
    offer.budget = 0
    GivenMarket.expectNothing(of: offer)
    offer = Self.tasting(worth: 0)
    GivenMarket.expectNothing(of: offer)
  }

  /// Whoever is given one tries it, and what it costs is part of winning customers.
  @Test func eachIsATrial() {
    let plans = GivenMarket.plans(Self.tasting()) { scenario in
      // Nobody tries by themselves.
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].trial.hazard = 0
      }
    }
    let given = plans[1].counted(.redeemed)
    #expect(given > 200 && plans[0].events.total(.trial) == 0)
    #expect(plans[1].events.total(.trial) == given)
    #expect(-plans[1].ledger.total(.firstOrderReward) == 250 * given)
    #expect(plans[1].counted(.paid) == 250 * given)
    // Three in ten buy, within four standard errors.
    let bought = Double(plans[1].events.total(.firstOrder))
    #expect(abs(bought - 0.3 * Double(given)) < 4 * (0.21 * Double(given)).squareRoot())
  }

  /// The budget is for those who are given one, and nobody else tries.
  @Test func budgetsHold() {
    var offer = Self.tasting()
    offer.budget = 250 * 40 + 249
    let plan = GivenMarket.plans(offer)[1]
    #expect(plan.counted(.paid) == 250 * 40 && plan.counted(.redeemed) == 40)
    #expect(plan.counted(.taken) > 40)
  }

  /// Without a chance of its own the trial is like any other: it changes who tries, not how they decide.
  @Test func withoutAChanceItIsATrialLikeAnyOther() {
    func bought(_ convinces: Double?) -> Int64 {
      GivenMarket.plans(Self.tasting(convinces: convinces))[1].events.total(.firstOrder)
    }
    #expect(bought(0.01) < bought(nil))
    #expect(bought(nil) < bought(0.99))
  }

  @Test func moreWorthIsTakenByASuperset() throws {
    let takers = try GivenMarket.takers(
      of: [50, 200, 800, 3_000].map { Self.tasting(worth: $0, convinces: nil) },
      begins: .prospects(aware: 1))
    #expect(takers[0] < takers[3])
  }
}
