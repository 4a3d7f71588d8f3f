import Documents

extension OfferKind {
  static let invitations = OfferKind(
    "Rewards for bringing others along; a plan uses those that it or the baseline names.",
    .invitation, oracles: [.invitation, .invitationChain, .splitReward, .dealtReward])
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
          "What the one who invites gets of the `shared` sum, or of what they draw; the rest of it, or of a draw of their"
            + " own, is the friend's welcome.",
          example: "58%"
        ).typical(.chosen),
        Key(
          optional: "amounts", \.terms.draw.amounts, .amounts,
          "Instead of `reward`: what may be drawn, by who invites for every so many friends who follow.",
          example: "[30 CNY, 330 CNY]"
        ).typical(.chosen),
        Key(
          optional: "chances", \.terms.draw.chances, .chances,
          "How likely each is drawn; what is left of 100% draws nothing.", example: "[90%, 10%]"
        ).typical(.chosen),
        Key(
          "taste for chance", \.terms.draw.taste, .ratio(.from(-1, to: 10), example: "10%"),
          "How much more than its mean a chance is worth to people; less where it is below 0.",
          example: "10%"
        ).typical(
          "above 0: an uncertain reward brought 20.9% more referrals",
          source: "Management Science, 2024"),
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
          groups: [
            ["reward", "welcome"], ["shared", "inviter gets"],
            ["amounts", "chances", "taste for chance", "welcome"],
            ["amounts", "chances", "taste for chance", "inviter gets"],
          ], isRequired: true, optional: ["welcome", "taste for chance"])
      ],
      without: [
        "orders", "lift", "daily multipliers", "pull-forward", "uses", "automatic", "validity",
        "worth",
      ],
      words: [
        "window":
          "When people can take part and invite; who follows has the deadline, also after it.",
        "budget": "What all rewards and welcomes together may cost; never exceeded.",
        "held":
          "How long the reward of who invites, and the friend's welcome, are held back; neither is paid where the friend's"
          + " order has gone back by then.",
        "clawed back":
          "Whether the friend's welcome goes back with the order it was for; what was paid to who invites stays theirs,"
          + " so hold it back (`held`) as long as orders can go back.",
      ])
  }
}

/// The terms of an invitation as written.
struct InvitationDraft: TermsDraft {
  var reward: Int64?
  var worth: Double?
  var shared: Int64?
  var part: Double?
  var draw = LuckyDrawDraft()
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
    let dealt = draw.resolved(element, &reading)
    guard let expected else { return nil }
    var terms = Invitation(
      reward: reward ?? 0, rewardIsWorth: worth, friends: friends, times: times,
      openness: openness, expected: expected, counts: counts, deadline: deadline,
      welcome: welcome ?? 0, endorsement: endorsement, convinces: convinces)
    if let dealt {
      terms.dealt = part.map { part in dealt.map { split($0, part).inviter } } ?? dealt
      terms.dealtWelcome = part.map { part in dealt.map { split($0, part).friend } }
    } else if let shared, let part {
      (terms.reward, terms.welcome) = split(shared, part)
    } else if reward == nil {
      return nil
    }
    return terms
  }

  /// What each of the two gets of an amount, minor units.
  private func split(_ amount: Int64, _ part: Double) -> (inviter: Int64, friend: Int64) {
    let inviter = Int64((Double(amount) * part).rounded())
    return (inviter, amount - inviter)
  }
}

extension LuckyDraw {
  /// The same with other amounts.
  fileprivate func map(_ amount: (Int64) -> Int64) -> LuckyDraw {
    LuckyDraw(prizes.map { Prize(amount($0.amount), chance: $0.chance) }, taste: taste)
  }
}

extension Invitation: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    var doubts =
      dealt?.doubts(about: offer, under: plan, proportions)
      ?? proportions.doubts(
        aboutBudgetOf: offer, least: reward, "one reward: not one can be paid")
    if dealt == nil, worthOfReward == 0 {
      doubts += proportions.doubts(aboutNothingOf: offer, 0, "reward")
    }
    if offer.clawsBack != nil, worthOfWelcome == 0 {
      doubts.append(
        Doubt(
          "clawed back",
          "There is no welcome that could go back, and what was paid to who invites stays theirs: it changes nothing.",
          rule: "Hold the reward back (`held`) as long as orders can go back."))
    }
    if proportions.nobodyTells(offer, under: plan) {
      return doubts + [proportions.doubt(aboutOpenness: "invited")]
    }
    let segments = proportions.served(offer.segments, under: plan).map(\.segment)
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
