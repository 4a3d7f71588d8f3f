import Documents

extension OfferKind {
  static let invitations = OfferKind(
    "Rewards for bringing others along; a plan uses those that it or the baseline names.",
    .invitation, oracles: [.invitation, .invitationChain, .splitReward])
}

extension Section<OfferDraft<InvitationDraft>> {
  static var invitation: Self {
    offer(
      "invitation",
      "A reward for bringing others along: described under `invitations` or in a plan, changed key by key.",
      keys: [
        Key(
          optional: "reward", \.terms.reward, .money(example: "30"),
          "What is paid for every so many friends who follow.", example: "30 CNY"
        ).typical(.chosen),
        Key(
          optional: "worth", \.terms.worth, .price(example: "90"),
          "What one reward is worth to who invites, such as a toy to their child.",
          standard: "what is paid", example: "90 CNY"
        ).typical(.byTesting),
        Key(
          optional: "shared", \.terms.shared, .money(example: "20"),
          "Instead of `reward` and `welcome`: a sum for both, the one who invites and the friend.",
          example: "20 CNY"
        ).typical(.chosen),
        Key(
          optional: "inviter gets", \.terms.part, .share(.properShare, example: "58%"),
          "What the one who invites gets of the `shared` sum; the rest is the friend's welcome.",
          example: "58%"
        ).typical(.chosen),
        Key(
          "friends", \.terms.friends, .whole(1...1_000, example: "3"),
          "How many friends have to follow for it.", example: "3"
        ).typical(.chosen),
        Key(
          optional: "at most", \.terms.times, .whole(1...1_000_000, example: "1"),
          "How often somebody is rewarded at most.", standard: "as often as friends follow",
          example: "1"
        ).typical(.chosen),
        Key(
          "openness", \.terms.openness, .number(.zeroOrMore, example: "0.5"),
          "Friends invited, over the people somebody tells of an experience (`tells` under `feedback`).",
          example: "0.5"
        ).typical(.unpublished("count the invitations sent a participant")),
        Key(
          required: "usual success", \.terms.expected, .share(example: "10%"),
          "How many of those they invite people expect to follow, when they weigh the reward.",
          example: "10%"
        ).typical(.unpublished("count how many invitations of yours are followed")),
        Key(
          "counts", \.terms.counts, .word, "What a friend has to do: their first order, or a trial."
        ).typical(.chosen),
        Key(
          "deadline", \.terms.deadline, .wholeDays(1...3_650, example: "14 days"),
          "How long after being invited it counts.", example: "14 days"
        ).typical(.chosen),
        Key(
          optional: "welcome", \.terms.welcome, .money(example: "20"),
          "What the friend gets off a first order.", standard: "0", example: "20 CNY"
        ).typical(.chosen),
        Key(
          "endorsement", \.terms.endorsement, .share(example: "40%"),
          "How much of the trust that the welcome costs a friend's word takes away.",
          example: "40%"
        ).typical(.unpublished("compare invited friends with others who are offered the same")),
        Key(
          optional: "convinces", \.terms.convinces, .share(.properShare, example: "50%"),
          "The chance that an invited friend who tries buys, before the deadline.",
          standard: "that of everybody who tries", example: "50%"
        ).typical("about 50% after a referred trial lesson", source: "trade press"),
      ],
      choices: [
        Section.Choice(
          groups: [["reward", "welcome"], ["shared", "inviter gets"]], isRequired: true,
          optional: ["welcome"])
      ],
      without: [
        "orders", "lift", "daily multipliers", "pull-forward", "uses", "automatic", "validity",
        "worth",
      ],
      words: [
        "window":
          "When people can take part and invite; who follows has the deadline, also after it.",
        "budget": "What all rewards and welcomes together may cost; never exceeded.",
      ])
  }
}

/// The terms of an invitation as written.
struct InvitationDraft: TermsDraft {
  var reward: Int64?
  var worth: Double?
  var shared: Int64?
  var part: Double?
  var friends = 1
  var times: Int?
  var openness = 1.0
  var expected: Double?
  var counts = Invitation.Success.order
  var deadline = 30
  var welcome: Int64?
  var endorsement = 0.0
  var convinces: Double?

  /// Those who have bought.
  static var standardOrders: Offer.Orders? { .repeats }

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> Invitation? {
    guard let parts, let expected else { return nil }
    return Invitation(
      reward: parts.inviter, rewardIsWorth: worth, friends: friends, times: times,
      openness: openness,
      expected: expected, counts: counts, deadline: deadline, welcome: parts.friend,
      endorsement: endorsement, convinces: convinces)
  }

  /// What each of the two gets, minor units.
  private var parts: (inviter: Int64, friend: Int64)? {
    guard let shared, let part else { return reward.map { ($0, welcome ?? 0) } }
    let inviter = Int64((Double(shared) * part).rounded())
    return (inviter, shared - inviter)
  }
}

extension Invitation: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    var doubts = proportions.doubts(
      aboutBudgetOf: offer, least: reward, "one reward: not one can be paid")
    let segments = offer.segments.map {
      proportions.scenario.market.segments[$0].served(by: plan.operations, index: $0)
    }
    if segments.allSatisfy({ $0.feedback.influence == 0 && $0.feedback.leaders == 0 }) {
      doubts.append(
        Doubt(
          "openness", "Nobody it is for tells anybody of an experience: nobody is invited.",
          rule: "Give `tells` under `feedback` of their segment."))
      return doubts
    }
    let told =
      segments.map {
        max($0.feedback.influence, $0.feedback.leaders > 0 ? $0.feedback.leaderInfluence : 0)
      }.max() ?? 0
    let following = told * openness * expected
    if proportions.isOutOfReach(friends, mean: following) {
      doubts.append(
        Doubt(
          "friends",
          "Hardly anybody ever brings so many: who takes part invites about \(plain(rounded(told * openness))), of whom"
            + " \(plain(rounded(following))) follow."))
    }
    return doubts
  }
}

/// A number as it is said in a warning: to two digits behind the point.
private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

extension OracleRun {
  /// Customers who invite others, each told once, among so many who know nothing and follow at once.
  fileprivate func inviters(
    _ seeds: Int, among people: Int, influence: Double, all: Bool, _ terms: Invitation
  ) -> Scenario {
    let habits = PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1)
    let feedback = Feedback(probability: 0, influence: influence)
    let friends = Segment(
      name: "friends", size: people, begins: .prospects(aware: 0), purchases: habits,
      baskets: Published.baskets, trial: .atOnce, decision: .always, feedback: feedback)
    var inviters = friends
    (inviters.name, inviters.size, inviters.begins) = ("inviters", seeds, .customers)
    let offer = Offer(
      name: "bring a friend", terms: terms, orders: .repeats, segments: all ? [0, 1] : [0],
      window: 0..<60, participation: .automatic, effect: .lift(0))
    var scenario = scenario(horizon: 60, segment: inviters, offers: [offer])
    scenario.market.segments = [inviters, friends]
    return scenario
  }
}

extension Oracle {
  /// Every invitation is followed, n ~ Poisson(3), every third is rewarded: P(n ≥ 3), P(3 ≤ n < 6), E⌊n/3⌋.
  static let invitation = Oracle(number: 24, name: "invite three") { run in
    let seeds = run.customers(500)
    let terms = Invitation(reward: 100, friends: 3, expected: 1)
    func paid(_ times: Int?) -> [Double] {
      var terms = terms
      terms.times = times
      let scenario = run.inviters(
        seeds, among: 800 * seeds, influence: 3, all: false, terms)
      return run.play(scenario, replications: 8).map {
        Double($0.offerTotal(.redeemed, slot: 0)) / Double(seeds)
      }
    }
    return [
      run.mean("rewarded at least once", paid(1), expected: 0.576810),
      run.mean("rewards, as many as come", paid(nil), expected: 0.664603),
      run.judged(
        "what it is worth over its reward", simulated: terms.rewards(mean: 3), expected: 0.664603,
        error: 1e-6),
    ]
  }

  /// Chains: who follows invites too, K = 0.6 followers each: 1.5 in all besides the first.
  static let invitationChain = Oracle(number: 25, name: "chain of invitations") { run in
    let seeds = run.customers(500)
    let scenario = run.inviters(
      seeds, among: 800 * seeds, influence: 0.6, all: true,
      Invitation(reward: 100, expected: 1))
    return [
      run.mean(
        "followers of each",
        run.play(scenario, replications: 16).map {
          Double($0.offerTotal(.followed, slot: 0)) / Double(seeds)
        }, expected: 1.5)
    ]
  }
}
