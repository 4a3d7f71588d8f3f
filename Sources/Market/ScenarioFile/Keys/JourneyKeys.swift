import Documents
internal import RealModule

extension Section<Awareness> {
  static var awareness: Self {
    Section(
      "awareness", "How people hear of us other than by channels and by being told.",
      blank: Awareness(), isLayered: true,
      keys: [
        Key(
          "organic", \.organic, .hazard(example: "0.2% per day"),
          "Hazard to come across us with no channel involved.", example: "0.2% per day"
        ).typical(.byAsking),
        Key(
          "adstock half-life", \.adstockHalfLife, .time(.aboveZero, example: "7 days"),
          "How long until half of the impression of our contacts has faded."
        ).typical(
          "2 to 3 months for brand advertising",
          source: "from 90% within 6 to 9 months, Leone, 1995"),
        Key(
          "salience floor", \.salienceFloor, .share(example: "30%"),
          "How present we are, without any contacts, to somebody who knows us.", example: "30%"
        ).typical(.byAsking),
        Key(
          "half-saturation", \.halfSaturation, .number(.aboveZero, example: "0.5"),
          "Contacts per head (adstock) at which presence is half way from the floor to 100%.",
          example: "0.5"
        ).typical(.byTesting),
      ])
  }
}

/// How soon somebody aware tries the product, as written.
struct TrialDraft: Draft {
  var written: [String: Element] = [:]
  var hazard: Double?
  var pause = Trial().pause
}

extension Section<TrialDraft> {
  static var trial: Self {
    Section(
      "trial", "How soon somebody who knows us tries us.",
      blank: TrialDraft(), isLayered: true,
      keys: [
        Key(
          optional: "hazard", \.hazard, .hazard(example: "2% per day"),
          "Hazard that somebody aware, to whom we are fully present, comes to try.",
          example: "2% per day"
        ).typical(.byAsking),
        Key(
          "pause", \.pause, .wholeDays(0...3_650, example: "30 days"),
          "How long somebody who tried and did not buy stays away, unless an opened message or a talk brings them back before."
        ).typical(.byAsking),
      ])
  }
}

/// The decision after a trial, as written: a chance instead of log-odds.
struct DecisionDraft: Draft {
  var written: [String: Element] = [:]
  var chance: Double?
  var satisfaction = 0.0
  var gain = 0.0
  /// Whom a discount won is worth about half (Lewis, 2006).
  var rateOfThoseWon = 0.5

  /// θ₀ is the log-odds of the chance at the satisfaction Q₀ with no offer.
  var firstPurchase: FirstPurchase {
    let odds = chance.map { $0 / (1 - $0) } ?? 1
    return FirstPurchase(
      intercept: .log(odds), satisfaction: satisfaction, gain: gain,
      rateOfThoseWon: rateOfThoseWon)
  }
}

extension Section<DecisionDraft> {
  static var firstPurchase: Self {
    Section(
      "firstPurchase", "Whether somebody who tries us buys.",
      blank: DecisionDraft(), isLayered: true,
      keys: [
        Key(
          optional: "chance", \.chance, .share(.properShare, example: "30%"),
          "Chance to buy at the satisfaction of the start and with no offer.", example: "30%"
        ).typical("about 50% after a referred trial lesson", source: "trade press"),
        Key(
          "satisfaction effect", \.satisfaction, .number(example: "0.6"),
          "One point of satisfaction raises the log-odds to buy by this.", example: "0.6"
        ).typical(.unpublished("find it in a survey and your log")),
        Key(
          "reward effect", \.gain, .number(example: "2"),
          "A reward as large as the basket raises the log-odds to buy by this.", example: "2"
        ).typical(.byTesting),
        Key(
          "rate of those won", \.rateOfThoseWon, .share(.from(0.01, to: 1), example: "50%"),
          "How often those buy, compared with others, who would not have bought without the reward.",
          example: "80%"
        ).typical("about 50%", source: "Lewis, 2006, of customers won by 35% off"),
      ])
  }
}

extension Section<Feedback> {
  static var feedback: Self {
    Section(
      "feedback", "What people say after a trial or an order, and to how many.",
      blank: Feedback(), isLayered: true,
      keys: [
        Key(
          "chance", \.probability, .share(example: "10%"),
          "Chance of feedback after a trial or an order.", example: "10%"
        ).typical(.byAsking),
        Key(
          "tells", \.influence, .number(.zeroOrMore, example: "1.5"),
          "People somebody who gives feedback tells, on average.", example: "1.5"
        ).typical(.byAsking),
        Key(
          "opinion leaders", \.leaders, .share(example: "1%"),
          "Share of people many listen to.", example: "1%"
        ).typical(.byAsking),
        Key(
          "leaders tell", \.leaderInfluence, .number(.zeroOrMore, example: "40"),
          "People an opinion leader tells, on average.", example: "40"
        ).typical(.byAsking),
        Key(
          "delay", \.delay, .time(example: "3 days"), "Mean time until somebody is told."
        ).typical(.byAsking),
        Key(
          "harm", \.harm, .share(example: "20%"),
          "How much being told something bad lowers the chance to come and try.", example: "20%"
        ).typical(.byAsking),
      ])
  }
}

extension Section<ParticipationCost> {
  static var participationCost: Self {
    Section(
      "participationCost", "What taking part in an offer costs a customer, felt as money.",
      blank: ParticipationCost(), isLayered: true,
      keys: [
        Key(
          "understanding", \.understanding, .price(example: "2"),
          "Understanding the rules.", example: "2 CNY"
        ).typical(.unpublished("find it by testing two values of an offer")),
        Key("money", \.money, .price(example: "2"), "Money that must be spent.", example: "0")
          .typical(.unpublished("find it by testing two values of an offer")),
        Key("time", \.time, .price(example: "2"), "Time it takes.", example: "3 CNY").typical(
          .unpublished("find it by testing two values of an offer")),
        Key(
          "trust", \.trust, .price(example: "2"), "Doubts whether it is honest.", example: "1 CNY"
        ).typical(.unpublished("find it by testing two values of an offer")),
        Key(
          "spread", \.spread, .number(.zeroOrMore, example: "0.8"),
          "How much people differ: standard deviation of the cost's logarithm.", example: "0.8"
        ).typical(.unpublished("find it by testing two values of an offer")),
      ])
  }
}

extension Section<RewardHabit> {
  static var rewardHabit: Self {
    Section(
      "rewardHabit", "How rewards spoil people for smaller ones.",
      blank: RewardHabit(), isLayered: true,
      keys: [
        Key(
          "learning", \.learning, .share(example: "20%"),
          "How far a day with an offer moves the reward people expect towards it.",
          example: "20%"
        ).typical(.unpublished("find it by testing one offer before another")),
        Key(
          "kept per day", \.fading, .share(example: "98%"),
          "How much of the expected reward is left after a day without an offer.",
          example: "98%"
        ).typical(.unpublished("find it by testing one offer before another")),
        Key(
          "weight", \.weight, .share(example: "50%"),
          "How much of the expected reward is taken off what an offer feels worth.",
          example: "50%"
        ).typical(.unpublished("find it by testing one offer before another")),
        Key(
          "waiting", \.waiting, .number(.from(0, to: 10), example: "0.5"),
          "How much people wait for the next offer while they hold none: purchases fall by this times what they expect"
            + " over the mean basket, never below a tenth.",
          example: "0.5"
        ).typical(.unpublished("0.2 to 1 is plausible; see orders in the weeks after an offer")),
      ])
  }
}

extension Section<Payer> {
  static var payer: Self {
    Section(
      "payer", "Where the one who pays is not the one who uses, such as parents.",
      blank: Payer(), isLayered: true,
      keys: [
        Key(
          "share", \.share, .share(example: "20%"),
          "Share of customers for whom somebody else pays.", example: "20%"
        ).typical(.byAsking),
        Key(
          "acts on", \.actsOn, .share(example: "50%"),
          "How much of the user's satisfaction reaches such a payer."
        ).typical(.byAsking),
      ])
  }
}
