import Statistics
import Testing

@testable import Market

@Suite struct EnrolmentTests {
  private let metrics: [PersonMetric] = [.orders, .revenue, .contribution, .profit]

  private func market(_ scenario: Scenario, _ enrolment: Enrolment) throws -> ArmMarket {
    ArmMarket(
      scenario, try ArmDesign(scenario.plans, enrolment: enrolment),
      observations: metrics.map { Observation($0, after: scenario.horizon) })
  }

  /// Until they meet what differs people cannot tell the arms apart: the same come in on the same days, and what
  /// they did before is the same to the cent.
  @Test func untilThenAllArmsAreAlike() throws {
    let scenario = ApartMarket.scenario(people: 1_200)
    let exposed = try market(scenario, .exposed)
    let start = try market(scenario, .start)
    let split = Allotment(shares: [0.5, 0.5], salt: 2)
    let worlds: [ArmWorld] = [.everybody(0), .everybody(1), .split(split)]
    let later = worlds.map { exposed.people(replication: 3, $0) }
    let all = worlds.map { start.people(replication: 3, $0) }
    #expect(later[0].enrolled == later[1].enrolled && later[0].enrolled == later[2].enrolled)
    #expect(all[0].enrolled.allSatisfy { $0 == 0 })
    let days = later[0].enrolled.compactMap(\.self)
    // The offers that differ begin on days 10 and 20; the one that all arms make begins on day 10.
    #expect(days.count > 100 && days.count < 1_320 && days.min() == 10)
    #expect(Set(days).count > 20)
    for metric in 0..<3 {
      let before = zip(all, later).map { all, later in
        zip(all.values[metric], later.values[metric]).map { $0 - $1 }
      }
      #expect(before[0] == before[1] && before[0] == before[2])
      #expect(before[0].contains { $0 != 0 })
      #expect(later[0].values[metric] != later[1].values[metric])
    }
    // Profit is everybody's, in the test or not.
    #expect(all[1].values[3] == later[1].values[3])
  }

  @Test func meansAreThoseOfThePeopleInIt() throws {
    let scenario = BusyMarket.scenario(people: 800, seed: 13, horizon: 90)
    let market = ArmMarket(
      scenario, try ArmDesign(scenario.plans, enrolment: .exposed),
      observations: [Observation(.revenue, after: 60)])
    let split = Allotment(shares: [0.5, 0.5], salt: 3)
    let outcome = market.play(replication: 0, .split(split), labelled: [split])
    let people = market.people(replication: 0, .split(split))
    for arm in 0..<2 {
      let values = people.arms.indices
        .filter { people.arms[$0] == arm && (people.enrolled[$0] ?? .max) < 60 }
        .map { people.values[0][$0] }
      let (expected, found) = (
        Moments(values), outcome.moments(allotment: 0, arm: arm, observation: 0)
      )
      #expect(found.count == expected.count && found.count > 50)
      #expect(abs(found.mean / expected.mean - 1) < 1e-12)
    }
    #expect(
      outcome.enrolments.prefix(60).reduce(0, +) == outcome.moments(observation: 0).count)
  }

  /// Whether a budget lasts changes nobody's day: who comes when it is spent is in the test all the same.
  @Test func aSpentBudgetKeepsNobodyOut() throws {
    var scenario = ApartMarket.scenario(people: 1_200)
    scenario.plans[1].offers[2].budget = 5_000
    let market = try market(scenario, .exposed)
    #expect(market.couplings == [.budgets])
    let worlds = [0, 1].map { market.people(replication: 1, .everybody($0)) }
    #expect(worlds[0].enrolled == worlds[1].enrolled)
  }

  /// An automatic price cut counts on the very order it is first met with; a coupon only afterwards.
  @Test func anAutomaticOfferIsMetWithTheFirstOrder() throws {
    var scenario = ApartMarket.scenario(people: 1_200)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].base = []
      scenario.market.segments[segment].baskets.costShare = 0
      scenario.market.segments[segment].baskets.costPerOrder = 0
    }
    let cut = Offer(
      name: "opening", terms: Coupon(.percent(0.5)), orders: .every, segments: [0, 1],
      window: 0..<90,
      participation: .automatic, effect: .lift(0))
    scenario.plans[0].offers = []
    scenario.plans[1].offers = [cut]
    let people = try market(scenario, .exposed).people(replication: 0, .everybody(1))
    // Half of all revenue is given away: no order of theirs was before they came in.
    for person in people.arms.indices {
      #expect(people.values[2][person] <= 0.5 * people.values[1][person] + 50)
    }
    #expect(people.values[1].reduce(0, +) > 0)
    scenario.plans[1].offers[0].orders = .second
    scenario.plans[1].offers[0].participation = .decided(attention: 0.9, fading: 3, noise: 0.4)
    let later = try market(scenario, .exposed).people(replication: 0, .everybody(1))
    let all = try market(scenario, .start).people(replication: 0, .everybody(1))
    // The first order is over when somebody comes in; who orders twice on that day never meets the coupon.
    for person in later.arms.indices {
      let expected = later.enrolled[person] == nil ? 0 : all.values[0][person] - 1
      #expect(later.values[0][person] == expected)
    }
    #expect(later.enrolled.compactMap(\.self).count > 100)
  }

  @Test func theFirstDifferenceIsThatOfOffers() throws {
    let scenario = ApartMarket.scenario(people: 10)
    #expect(try ArmDesign(scenario.plans).firstDifference == 10)
    #expect(try ArmDesign([scenario.plans[1], scenario.plans[1]]).firstDifference == nil)
  }
}
