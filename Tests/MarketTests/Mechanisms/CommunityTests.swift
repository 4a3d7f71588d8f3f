import Testing

@testable import Market

struct CommunityTests {
  static let community = Offer(
    name: "neighbours",
    terms: Community(
      joinsAtTrial: 0.1, joinsAtOrder: 0.5, membersAtStart: 0.6, posts: 0.3, readers: 6, adds: 0.5,
      cost: 1.25), orders: .every, segments: [0, 1], window: 5..<150,
    participation: .automatic, effect: .lift(0))

  /// A busy market whose people engage, and whose second plan has these offers.
  static func scenario(
    _ offers: [Offer], people: Int = 2_000, floor: Double = 0.3, seed: UInt64 = 3
  ) -> Scenario {
    var scenario = ToolMarket.scenario(offers, people: people, seed: seed)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].engagement = Engagement(
        visits: 0.4, opened: 0.8, halfLife: 7, floor: floor, half: 5)
    }
    return scenario
  }

  private static func community(_ change: (inout Community) -> Void) -> Offer {
    var offer = community
    if var terms = offer.terms as? Community {
      change(&terms)
      offer.terms = terms
    }
    return offer
  }

  /// Letters reach members alone, all but the writer alike, and each that is written reaches one.
  @Test func lettersReachTheOthersAlike() {
    var readers = Readers()
    func join(_ customer: Int) -> MarketClaim {
      MarketClaim(claim: Claim(0, of: customer, at: 0), crowd: customer % 2)
    }
    let joined = readers.verdicts((0..<5).map { join($0) }, on: 0)
    #expect(joined.isEmpty)
    var post = Claim(0, of: 2, at: 1.5)
    post.readers = (0..<4_000).map { (Double($0) + 0.5) / 4_000 }
    let letters = readers.verdicts([MarketClaim(claim: post, crowd: 0)], on: 1)
    let counts = (0..<5).map { member in letters.count { $0.0.claim.customer == member } }
    #expect(counts == [1_000, 1_000, 0, 1_000, 1_000])
    #expect(letters.allSatisfy { $0.0.crowd == $0.0.claim.customer % 2 && $0.1 == .paid(1) })
    // Nobody reads where there is nobody else, nor what is written by somebody who is not in it.
    var alone = Readers()
    #expect(alone.verdicts([join(2), MarketClaim(claim: post, crowd: 0)], on: 0).isEmpty)
    post.readers = [0.5]
    #expect(readers.verdicts([MarketClaim(claim: post, crowd: 1)], on: 2).isEmpty)
  }

  @Test func membersAndMoneyAreConserved() throws {
    let plan = ToolMarket.outcome(Self.scenario([Self.community]))[1]
    #expect(plan.counted(.joined) > 100 && plan.counted(.sent) > 1_000)
    // Who has left for good reads no more.
    #expect(plan.counted(.opened) < plan.counted(.sent))
    #expect(plan.counted(.opened) > plan.counted(.sent) / 4)
    #expect(plan.ledger.total(.messaging) == -plan.counted(.spent))
    // Nobody is in it for longer than it lasts.
    let most = 145 * Double(plan.counted(.joined) + 200) * 1.25
    #expect(plan.counted(.spent) > 0 && Double(plan.counted(.spent)) <= most)
  }

  /// A community that adds nothing and costs nothing leaves every byte as it is, and so does one without engagement.
  @Test func nothingChangesNothing() throws {
    let nothing = Self.community { ($0.adds, $0.cost) = (0, 0) }
    let plans = ToolMarket.outcome(Self.scenario([nothing]))
    #expect(plans[1].counted(.opened) > 0)
    #expect(plans[1].ledger == plans[0].ledger && plans[1].events == plans[0].events)
    let free = Self.community { $0.cost = 0 }
    let unmoved = ToolMarket.outcome(ToolMarket.scenario([free]))
    #expect(unmoved[1].counted(.joined) > 0 && unmoved[1].counted(.sent) == 0)
    #expect(unmoved[1].ledger == unmoved[0].ledger && unmoved[1].events == unmoved[0].events)
  }

  @Test func whoIsWrittenToBuysMore() throws {
    func orders(_ adds: Double) -> Int64 {
      ToolMarket.outcome(Self.scenario([Self.community { $0.adds = adds }]))[1].events
        .total(.repeatOrder)
    }
    let (none, some, much) = (orders(0), orders(1), orders(20))
    #expect(none < some && some < much)
  }

  /// Letters couple the market: the same bytes again, and beside other plans and offers.
  @Test func sameSeedSameBytes() throws {
    let offers = [
      ToolMarket.audience, Self.community, ToolMarket.group, ToolMarket.threshold,
    ]
    // More people than one crowd holds.
    let scenario = Self.scenario(offers, people: 9_000)
    #expect(Coupling.all(scenario, scenario.plans[1]).contains(.letters))
    let (first, second) = (ToolMarket.outcome(scenario), ToolMarket.outcome(scenario))
    for plan in first.indices {
      #expect(first[plan].ledger == second[plan].ledger)
      #expect(first[plan].events == second[plan].events)
      #expect(first[plan].tally.offers == second[plan].tally.offers)
    }
    var alone = scenario
    alone.plans = [scenario.plans[1]]
    let one = try #require(Simulation(alone, comparing: false).replication(0)).plans[0]
    #expect(one.ledger == first[1].ledger && one.events == first[1].events)
  }

  /// Everybody can be in an experiment about it; in the other arm nobody is a member.
  @Test func armsHaveTheirOwn() throws {
    let scenario = Self.scenario([Self.community])
    let design = try ArmDesign([scenario.plans[0], scenario.plans[1]], enrolment: .exposed)
    let market = ArmMarket(
      scenario, design, observations: [Observation(.orders, after: scenario.horizon)])
    let arms = market.people(replication: 0, .split(Allotment(shares: [0.5, 0.5], salt: 1)))
    let enrolled = zip(arms.arms, arms.enrolled).filter { $0.1 != nil }.map(\.0)
    let treated = Double(enrolled.filter { $0 == 1 }.count)
    #expect(enrolled.count > 200)
    #expect(
      abs(treated - Double(enrolled.count) / 2) < 4 * Double(enrolled.count).squareRoot() / 2)
  }
}
