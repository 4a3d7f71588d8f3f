import Documents
import Testing

@testable import Market

// A kind of offer, written as CONTRIBUTING says under "Add a mechanism".

// 1. Terms.

/// Every so many orders something is taken off.
private struct Stamps: OfferTerms {
  static let kind = "stamps"
  /// Minor units off every n-th order.
  var off: Int64
  var every: Int

  func worth(to shopper: Shopper) -> Double { Double(off) / Double(every) }
}

// 2. Played.

extension Stamps: PlayedTerms {
  fileprivate struct Played: Mechanism {
    var participants: Participants<Stamps>

    init(_ terms: Stamps, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let terms = participants.terms
      return participants.claims(today, &crowd, &tally) { order, crowd in
        order.number % terms.every == 0
          ? Claim(min(terms.off, crowd.leftToPay(on: order)), on: order) : nil
      }
    }
  }
}

// 3. Keys.

extension OfferKind {
  fileprivate static let stamps = OfferKind(
    "Something off every so many orders.", Section<OfferDraft<StampsDraft>>.stamps,
    oracles: [.stamps])
}

extension Section<OfferDraft<StampsDraft>> {
  fileprivate static var stamps: Self {
    offer(
      "stamps", "Something off every so many orders.",
      keys: [
        Key(
          required: "off", \.terms.off, .money(example: "10"), "What it takes off.",
          example: "10 CNY"
        ).typical(.chosen),
        Key(
          required: "every", \.terms.every, .whole(2...1_000, example: "10"),
          "How many orders it takes.", example: "10"
        ).typical(.chosen),
      ])
  }
}

private struct StampsDraft: TermsDraft {
  var off: Int64?
  var every: Int?

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> Stamps? {
    guard let off, let every else { return nil }
    return Stamps(off: off, every: every)
  }
}

// 5. A closed form: everybody orders at a rate, and of the first 2n orders two bring something.

extension Oracle {
  fileprivate static let stamps = Oracle(number: 99, name: "stamps") { run in
    var segment = Segment(
      name: "customers", size: run.customers(2_000), begins: .customers,
      purchases: PurchaseHabits(
        shape: 1e8, rate: 1e9, lapseA: 1, lapseB: 1e12, firstLapse: 0),
      baskets: Published.baskets)
    segment.habit = RewardHabit()
    let offer = Offer(
      name: "card", terms: Stamps(off: 100, every: 2), orders: .every, segments: [0],
      window: 0..<400, participation: .automatic, effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: 400, segment: segment, offers: [offer]), replications: 20)
    // 40 orders are expected of a Poisson law; who begins as a customer has made one, so that every odd one of
    // these is the second, fourth … of all: (E[n] + P(n odd))/2, which is 20.25.
    return [
      run.mean(
        "stamps redeemed",
        outcomes.map { $0.figures[.redemptions, 0] / Double(segment.size) }, expected: 20.25)
    ]
  }
}

struct ToyMechanismTests {
  private func plan(_ text: String) throws -> (plan: Plan, reading: Reading) {
    let root = try #require(Document(text).root)
    var reading = Reading(root: root)
    reading.context.segments = ["everybody"]
    reading.context.horizon = 100
    reading.context.currency = Currency(code: "CNY")
    var plan = Plan(name: "stamps")
    let layers = OfferKind.Layers(baseline: nil, plan: root, without: [])
    OfferKind.stamps.offer(layers, &plan, &reading)
    return (plan, reading)
  }

  @Test func itIsReadByItsKeys() throws {
    let (plan, reading) = try plan(
      """
      stamps:
        card: {off: 10 CNY, every: 10, orders: every, window: day 1..end, automatic: yes, lift: 0}
      """)
    #expect(reading.problems.isEmpty)
    #expect(plan.offers.map(\.name) == ["card"])
    #expect(plan.offers.first?.terms as? Stamps == Stamps(off: 1_000, every: 10))
    let wrong = try self.plan("stamps: {card: {off: 10 CNY, every: 1, orders: every}}")
    #expect(wrong.reading.problems.map(\.path).contains("stamps.card.every"))
  }

  /// The engine plays it as it plays its own: its closed form holds, and the ledger has what it paid.
  @Test func itIsPlayedByNothingButItsFile() throws {
    for check in OfferKind.stamps.oracles.flatMap({ $0.run(seed: 3, size: 0.2) }) {
      #expect(check.isKept, "\(check.name): \(check.simulated) against \(check.expected)")
    }
    let offer = Offer(
      name: "card", terms: Stamps(off: 700, every: 3), orders: .every, segments: [0, 1],
      window: 0..<150, participation: .decided(attention: 1, fading: .infinity, noise: 0.2),
      effect: .lift(1))
    let plans = ToolMarket.outcome(ToolMarket.scenario([offer]))
    let redeemed = plans[1].counted(.redeemed)
    #expect(redeemed > 50)
    let paid = -(plans[1].ledger.total(.reward) + plans[1].ledger.total(.firstOrderReward))
    #expect(paid == plans[1].counted(.paid) && paid <= 700 * redeemed)
    var nothing = offer
    nothing.terms = Stamps(off: 0, every: 3)
    let same = ToolMarket.outcome(ToolMarket.scenario([nothing]))
    #expect(same[1].ledger == same[0].ledger && same[1].events == same[0].events)
  }
}
