import Testing

@testable import Market

struct PartyGiftTests {
  private static func dish(_ terms: PartyGift, orders: Offer.Orders = .every) -> Offer {
    Offer(
      name: "three come", terms: terms, orders: orders, segments: [0, 1], window: 10..<150,
      participation: GivenMarket.weighed, effect: .lift(1))
  }

  private static let plain = PartyGift(party: 3, cost: 700, worth: 900)

  private static func changed(_ change: (inout PartyGift) -> Void) -> PartyGift {
    var terms = plain
    change(&terms)
    return terms
  }

  /// 28 as often as two others come who each come four times of five: 17.92.
  @Test func worthWeighsHowOftenThePartyIsFull() {
    let terms = PartyGift(party: 3, cost: 1_200, worth: 2_800, othersCome: 0.8)
    #expect(
      abs(terms.worth(to: Shopper(meanBasket: 9_000, basketShape: 6)) - 1_792) < 1e-9)
    #expect(Self.plain.worth(to: Shopper(meanBasket: 1, basketShape: 1)) == 900)
  }

  @Test func nothingChangesNothing() {
    var offer = Self.dish(Self.changed { ($0.brings, $0.bill) = (2, 1.5) })
    offer.budget = 0
    GivenMarket.expectNothing(of: offer)
    GivenMarket.expectNothing(
      of: Self.dish(Self.changed { ($0.giftIsWorth, $0.brings) = (0, 2) }))
    GivenMarket.expectNothing(
      of: Self.dish(Self.changed { ($0.othersCome, $0.brings) = (0, 2) }))
  }

  /// A party that is always full, brings nobody new and eats no more is a guest with a gift, to the last byte.
  @Test func withoutCompanyItIsAGift() {
    var scenario = ToolMarket.scenario([Self.dish(Self.plain)])
    var gift = Self.dish(Self.plain)
    (gift.terms, gift.worth) = (Gift(cost: 700), 900)
    scenario.plans.append(scenario.plans[1])
    scenario.plans[2].offers = [gift]
    let plans = ToolMarket.outcome(scenario)
    #expect(plans[1].counted(.redeemed) > 300)
    #expect(plans[1].ledger == plans[2].ledger && plans[1].events == plans[2].events)
    #expect(plans[1].tally.offers == plans[2].tally.offers)
  }

  /// Of the orders of all who take part so many are a full party's: within four standard errors.
  @Test func partiesAreFullByChance() {
    func redeemed(_ othersCome: Double) -> Double {
      let terms = Self.changed { $0.othersCome = othersCome }
      return Double(Self.quarter(terms, guests: 400, strangers: 1).counted(.redeemed))
    }
    let all = redeemed(1)
    #expect(all > 2_000)
    // Three in five of the others come, so 0.36 of the parties are full.
    #expect(abs(redeemed(0.6) / all - 0.36) < 4 * (0.36 * 0.64 / all).squareRoot())
  }

  /// Each costs what it costs, and what a party eats besides is revenue: as much again where the bill is twice.
  @Test func moneyIsCounted() {
    func plan(_ bill: Double) -> PlanOutcome {
      var offer = Self.dish(Self.changed { $0.bill = bill })
      (offer.participation, offer.effect, offer.window) = (.automatic, .lift(0), 0..<200)
      return GivenMarket.plans(offer)[1]
    }
    let (usual, twice) = (plan(1), plan(2))
    #expect(usual.counted(.redeemed) > 1_000)
    #expect(twice.counted(.redeemed) == usual.counted(.redeemed))
    #expect(twice.ledger.total(.revenue) == 2 * usual.ledger.total(.revenue))
    for plan in [usual, twice] {
      #expect(plan.counted(.paid) == 700 * plan.counted(.redeemed))
      #expect(GivenMarket.rewards(plan) == plan.counted(.paid))
      #expect(plan.counted(.raised) == 0)
    }
    // A dish that costs us nothing is given all the same.
    var free = Self.dish(Self.changed { $0.cost = 0 })
    free.orders = .repeats
    let given = GivenMarket.plans(free)[1]
    #expect(given.counted(.redeemed) > 300 && GivenMarket.rewards(given) == 0)
  }

  /// Guests who come for years, and strangers who hear of us from nobody else.
  private static func quarter(
    _ terms: PartyGift, guests: Int, strangers: Int, begin: Segment.Beginning = .prospects(aware: 0)
  ) -> PlanOutcome {
    let busy = BusyMarket.scenario(people: 1, seed: 1)
    let tight = 1e8
    let regulars = Segment(
      name: "guests", size: guests, begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight / 0.2, lapseA: 1e-9, lapseB: 1, firstLapse: 0),
      baskets: Published.baskets)
    var others = regulars
    (others.name, others.size, others.begins) = ("strangers", strangers, begin)
    (others.trial, others.decision) = (Trial(hazard: 0, pause: 3), .always)
    var scenario = Scenario(
      name: "quarter", currency: busy.currency, start: busy.start, horizon: 60, seed: 5,
      market: MarketConditions(segments: [regulars, others]), plans: [Plan(name: "baseline")])
    var offer = dish(terms)
    (offer.segments, offer.window, offer.participation) = ([0], 0..<50, .automatic)
    offer.effect = .lift(0)
    scenario.plans.append(Plan(name: "three come", offers: [offer]))
    return ToolMarket.outcome(scenario)[1]
  }

  /// Nobody comes from nowhere: a street of 150 strangers has 150 to bring, each becomes aware and a customer once.
  @Test func companionsArePeopleOfTheMarket() throws {
    let plan = Self.quarter(Self.changed { $0.brings = 2 }, guests: 400, strangers: 150)
    let (parties, companions) = (plan.counted(.redeemed), plan.counted(.companions))
    // Most of those who are brought along have been here.
    #expect(parties > 2_000 && companions < parties / 5)
    #expect(plan.events.total(.aware, segment: 1) == 150)
    #expect(plan.events.total(.firstOrder, segment: 1) == 150)
    #expect(plan.tally.acquired.count == 150)
    // Two may bring the same stranger on one day, who tries once.
    let trials = plan.events.total(.trial, segment: 1)
    #expect(trials >= 150 && trials <= companions)
  }

  /// Who is brought along and does not buy may be brought along again; each trial convinces with the stated chance.
  @Test func companionsTryAndSomeBuy() {
    let plan = Self.quarter(
      Self.changed { ($0.brings, $0.convinces) = (1, 0.12) }, guests: 200, strangers: 20_000)
    let trials = Double(plan.events.total(.trial, segment: 1))
    let bought = Double(plan.events.total(.firstOrder, segment: 1))
    #expect(trials > 1_500)
    #expect(abs(bought / trials - 0.12) < 4 * (0.12 * 0.88 / trials).squareRoot())
    // One of each party's two others is anybody, of whom 20,000 in 20,200 are strangers, and some 1 % customers by then.
    let brought = Double(plan.counted(.companions)) / Double(plan.counted(.redeemed))
    #expect(abs(brought - 20_000.0 / 20_200) < 0.01 + 4 * (0.5 / trials).squareRoot())
  }

  /// Where everybody is a guest already companions are no news, and change no byte.
  @Test func guestsAreNoCompanions() {
    let (alone, brought) = (
      Self.quarter(Self.plain, guests: 200, strangers: 200, begin: .customers),
      Self.quarter(
        Self.changed { $0.brings = 2 }, guests: 200, strangers: 200, begin: .customers)
    )
    #expect(brought.counted(.redeemed) > 1_000 && brought.counted(.companions) == 0)
    #expect(alone.ledger == brought.ledger && alone.events == brought.events)
  }

  @Test func budgetsHold() {
    let free = GivenMarket.plans(Self.dish(Self.changed { $0.brings = 1 }))[1].counted(.paid)
    for budget in [699, 700, free / 3] {
      var offer = Self.dish(Self.changed { $0.brings = 1 })
      offer.budget = budget
      let paid = GivenMarket.plans(offer)[1].counted(.paid)
      #expect(paid <= budget && paid > budget - 700 && paid % 700 == 0)
    }
  }

  @Test func moreWorthIsTakenByASuperset() throws {
    let takers = try GivenMarket.takers(
      of: [100, 300, 900, 3_000].map { worth in
        Self.dish(
          Self.changed { ($0.giftIsWorth, $0.othersCome, $0.brings) = (worth, 0.9, 1) },
          orders: .repeats)
      }, begins: .customers)
    #expect(takers[0] < takers[3])
  }
}
