import Documents
import RealModule

extension OfferKind {
  static let capacities = OfferKind(
    "What can be served in a day, such as seats; a plan uses those that it or the baseline names.",
    .capacity, oracles: [.capacity])
}

extension Section<OfferDraft<CapacityDraft>> {
  static var capacity: Self {
    offer(
      "capacity",
      "What can be served in a day, such as seats or staff: described under `capacities` or in a plan.",
      keys: [
        Key(
          required: "serves", \.terms.orders, .whole(0...10_000_000, example: "120"),
          "Orders a day: the first of them by their time of day; the others are turned away.",
          example: "120"
        ).typical(.inYourBooks),
        Key(
          "come back", \.terms.returning, .share(example: "40%"),
          "Of those turned away, who comes back for the same order.", example: "40%"
        ).typical(.byAsking),
        Key(
          "after", \.terms.after, .wholeDays(1...3_650, example: "3 days"),
          "How many days later they come back."
        ).typical(.byAsking),
        Key(
          "disappointment", \.terms.disappointment, .number(.zeroOrMore, example: "0.5"),
          "What being turned away takes off satisfaction.", example: "0.5"
        ).typical(.unpublished("judge it by the reviews of those who were turned away")),
      ],
      without: OfferDraft<CapacityDraft>.keysOfTakers,
      words: [
        "window": "On which days no more can be served; on others everybody is.",
        "for":
          "The segments whose orders take it up; others are served beside it. A segment has one capacity a day.",
        "fixed cost": "What setting it up costs once, on the first day of its window.",
      ])
  }
}

/// What can be served, as written.
struct CapacityDraft: TermsDraft {
  var orders: Int?
  var returning = 0.0
  var after = 1
  var disappointment = 0.0

  static var standardOrders: Offer.Orders? { .every }
  static var isAlwaysAutomatic: Bool { true }

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> Capacity? {
    guard let orders else { return nil }
    if reading.context.standsFor > 1 {
      reading.refuse(
        element("serves"),
        reason: "What can be served is filled order by order: nobody can stand for several people.",
        rule: reading.context.oneByOne)
    }
    let comeBack = element("come back")
    if after != 1, comeBack.content == .empty, !reading.hasProblem(with: comeBack) {
      reading.refuse(
        element("after"), reason: "Nobody comes back: give `come back`.", severity: .warning)
    }
    return Capacity(
      orders: orders, returning: returning, after: after, disappointment: disappointment)
  }
}

extension Capacity: WeighedTerms, DisappointingTerms, SoleTerms {
  static var whyOne: String { "only one of them would count what is served" }

  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    orders > 0 ? [] : [Doubt("serves", "Nobody is served: every order is turned away.")]
  }
}

extension Oracle {
  /// Served on a day: E min(C, n) of a Poisson n, 96.0139 of 100 at C = 100 and 99.0889 of 110.
  static let capacity = Oracle(number: 30, name: "capacity") { run in
    func served(_ demand: Double) -> [Double] {
      // Many who order seldom: of each day's orders the law is all but Poisson's.
      let (people, tight, days) = (20_000, 1e8, 40)
      let segment = Segment(
        name: "guests", size: people, begins: .customers,
        purchases: PurchaseHabits(
          shape: tight, rate: tight * Double(people) / demand, lapseA: 1, lapseB: 1e12,
          firstLapse: 0),
        baskets: Published.baskets)
      let offer = Offer(
        name: "seats", terms: Capacity(orders: 100), orders: .every, segments: [0],
        window: 0..<days, participation: .automatic, effect: .lift(0))
      return run.play(
        run.scenario(horizon: days, segment: segment, offers: [offer]),
        replications: max(2, run.customers(30))
      ).map { Double($0.events.total(.repeatOrder)) / Double(days) }
    }
    return [
      run.mean("served of 100", served(100), expected: 96.0139),
      run.mean("served of 110", served(110), expected: 99.0889),
    ]
  }
}
