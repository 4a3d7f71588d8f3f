import Documents

extension OfferKind {
  static let communities = OfferKind(
    "Communities, whose members keep each other engaged; a plan uses those that it or the baseline names.",
    .community, oracles: [.community])
}

extension Section<OfferDraft<CommunityDraft>> {
  static var community: Self {
    offer(
      "community",
      "A community, such as a group chat: described under `communities` or in a plan, changed key by key.",
      keys: OfferDraft<CommunityDraft>.keysOfJoining + [
        Key(
          required: "posts", \.terms.posts, .rate(example: "2 per week"),
          "How much a member writes who is as active as can be; others write as much less as they are less engaged.",
          example: "2 per week"
        ).typical(.inYourLog),
        Key(
          required: "readers", \.terms.readers, .number(.from(0, to: 1_000), example: "8"),
          "How many other members read a post, on average.", example: "8"
        ).typical(.inYourLog),
        Key(
          "adds", \.terms.adds, .number(.from(0, to: 1_000_000), example: "0.5"),
          "What reading a post adds to a member's engagement; a visit adds 1.", example: "0.5"
        ).typical(.byTesting),
        Key(
          "cost", \.terms.cost, .spending(example: "0.05"),
          "What a member costs; who runs the community belongs to the plan's `fixed costs`.",
          example: "0.05 CNY per day"
        ).typical(.inYourBooks),
      ],
      without: OfferDraft<CommunityDraft>.keysOfTakers,
      words: [
        "window": "When people can join, write and read.",
        "for": "The segments that can join.",
        "fixed cost": "What setting it up costs once, on the first day of its window.",
      ])
  }
}

/// The terms of a community as written.
struct CommunityDraft: JoiningDraft {
  var joinsAtTrial = 0.0
  var joinsAtOrder: Double?
  var membersAtStart = 0.0
  /// A day.
  var posts: Double?
  var readers: Double?
  var adds = 1.0
  var cost = 0.0

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> Community? {
    guard let joinsAtOrder, let posts, let readers else { return nil }
    checkJoining(element, &reading)
    return Community(
      joinsAtTrial: joinsAtTrial, joinsAtOrder: joinsAtOrder, membersAtStart: membersAtStart,
      posts: posts, readers: readers, adds: adds, cost: cost)
  }
}

extension Community: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    let segments = offer.segments.map { proportions.scenario.market.segments[$0] }
    if segments.allSatisfy({ $0.engagement == nil }) {
      return [
        Doubt(
          "posts", "Nobody's engagement moves what they buy: the community changes nothing.",
          rule: "Give `engagement` to the segments it is for.")
      ]
    }
    let areSilent = segments.allSatisfy { $0.engagement.map { $0.visits == 0 } ?? true }
    let isMessaged = plan.offers.contains { type(of: $0.terms).announces }
    guard areSilent, !isMessaged else {
      guard cost == 0, proportions.isFree(offer, under: plan) else { return [] }
      return [
        Doubt(
          "cost", "The community costs nothing: it can only gain.",
          rule:
            "Give what a member costs (`cost`), or what those cost a day who run it under the plan's"
            + " `fixed costs`.")
      ]
    }
    return [
      Doubt(
        "posts",
        "Nobody is ever engaged, so that nobody writes: members neither visit nor get messages.",
        rule: "Give `visits` under `engagement` of their segment.")
    ]
  }
}
