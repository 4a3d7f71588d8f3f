import Documents

/// Bonus hunters as written.
struct HuntersDraft: Draft {
  var written: [String: Element] = [:]
  var people: Int?
  var accounts: Int?
  var cost: Double?
  var spread = 0.0
  var order: Int64?
  var costShare: Double?
  var costPerOrder: Int64?

  /// The segment they are, whose people are their accounts; `nil` where nothing is said of them.
  ///
  /// Their orders cost what those of the market's first segment do, unless said otherwise.
  func segment(_ name: String, like first: Segment, standsFor: Int) -> Segment? {
    guard let people, people > 0, let accounts, let cost, let order else { return nil }
    return Segment(
      name: name, accounts: people * accounts / standsFor,
      hunters: Hunters(accounts: accounts, order: order),
      participation: ParticipationCost(time: cost, spread: spread),
      costShare: costShare ?? first.baskets.costShare,
      costPerOrder: costPerOrder ?? first.baskets.costPerOrder)
  }
}

extension Section<HuntersDraft> {
  static var hunters: Self {
    Section(
      "hunters",
      "Bonus hunters (羊毛党): people who hear at once of every offer that a first order, a review of it, a friend, a sample"
        + " or a task is enough for, whichever segments it is `for`, take each with all their accounts where it is worth"
        + " more to them than an account costs them and half of what they have to order for it beyond their smallest order,"
        + " order as little as it asks for, if at all, and never come back.",
      blank: HuntersDraft(),
      choices: [
        Choice(
          groups: [
            [
              "people", "accounts", "account cost", "spread", "smallest order", "cost of goods",
              "cost per order",
            ]
          ], optional: ["spread", "cost of goods", "cost per order"])
      ],
      keys: [
        Key(
          optional: "people", \.people, .whole(0...10_000_000, example: "200"),
          "How many they are, besides the people of the market; 0 where there are none.",
          example: "200"
        ).typical(.unpublished("count new accounts that share a device, an address or a payer")),
        Key(
          optional: "accounts", \.accounts, .whole(1...1_000, example: "5"),
          "Accounts each of them has.", example: "5"
        ).typical(.unpublished("count new accounts that share a device, an address or a payer")),
        Key(
          optional: "account cost", \.cost, .price(.aboveZero, example: "3"),
          "What using one account costs them, felt as money: half of them use it for more than that.",
          example: "3 CNY"
        ).typical(.unpublished("find the smallest reward that brings odd accounts")),
        Key(
          "spread", \.spread, .number(.zeroOrMore, example: "0.8"),
          "How much they differ: standard deviation of that cost's logarithm.", example: "0.8"
        ).typical(.unpublished("find it by testing two values of an offer")),
        Key(
          optional: "smallest order", \.order, .money(example: "10"),
          "The smallest order that can be placed; they order no more than an offer asks for.",
          example: "10 CNY"
        ).typical(.inYourBooks),
        Key(
          optional: "cost of goods", \.costShare, .ratio(.from(0, to: 10), example: "35%"),
          "What the goods of their orders cost us, of the basket before any reward.",
          standard: "as in the first segment", example: "35%"
        ).typical(.inYourBooks),
        Key(
          optional: "cost per order", \.costPerOrder, .money(example: "4"),
          "What serving one of their orders costs us.", standard: "as in the first segment",
          example: "4 CNY"
        ).typical(.inYourBooks),
      ])
  }
}

extension ScenarioDraft {
  /// Adds bonus hunters to a market, and to those whom each offer reaches.
  func addHunters(
    to segments: inout [Segment], _ plans: inout [Plan], standsFor: Int
  ) {
    guard let first = segments.first,
      let added = hunters.segment(Hunters.segmentName, like: first, standsFor: standsFor)
    else { return }
    let index = segments.count
    segments.append(added)
    for plan in plans.indices {
      if !plans[plan].operations.services.isEmpty {
        plans[plan].operations.services.append(Service(added))
      }
      for offer in plans[plan].offers.indices { plans[plan].offers[offer].segments.append(index) }
    }
  }

  /// Bonus hunters are told apart from segments by their name.
  func checkHunters(_ root: Element, _ reading: inout Reading) {
    guard let people = hunters.people, people > 0 else { return }
    if let namesake = segments.first(where: { $0.name.asRead == Hunters.segmentName }) {
      reading.refuse(
        namesake.element,
        reason: "The people of `\(Hunters.segmentName)` at the top are called that.",
        rule: "Give the segment another name.")
    }
    if plans.allSatisfy(\.offers.isEmpty) {
      reading.refuse(
        Element(
          place: element(Hunters.segmentName, of: root).place, path: Hunters.segmentName,
          content: .empty),
        reason: "No plan makes an offer: there is nothing to hunt.", severity: .warning)
    }
  }
}
