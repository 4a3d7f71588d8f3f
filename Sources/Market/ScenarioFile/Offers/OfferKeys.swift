import Documents

extension Section {
  /// A block that describes offers of one kind: the keys of its terms, and those that every offer has, but for some
  /// that mean nothing there, of which `refusals` says why; what is said in `words` is said in place of what fits most
  /// kinds.
  static func offer<Terms>(
    _ name: String, _ meaning: String, keys: [Key<OfferDraft<Terms>>], choices: [Choice] = [],
    without left: Set<String> = [], refusals: [String: Refusal] = [:],
    words: [String: String] = [:]
  ) -> Self where Target == OfferDraft<Terms> {
    let everyOffers = OfferDraft<Terms>.everyOffers
      .filter { !left.contains($0.name) && refusals[$0.name] == nil }
      .map { key in
        var key = key
        key.meaning = words[key.name] ?? key.meaning
        return key
      }
    return Section(
      name, meaning, blank: OfferDraft(),
      choices: choices
        + (left.contains("lift") ? [] : [Choice(groups: [["lift"], ["daily multipliers"]])]),
      isLayered: true, refusals: refusals, keys: keys + everyOffers)
  }
}

extension OfferDraft {
  /// Keys that mean nothing where nobody weighs an offer and nothing is paid for it: people join it, or are served.
  static var keysOfTakers: Set<String> {
    [
      "orders", "members of", "silent for", "lift", "daily multipliers", "pull-forward", "uses",
      "validity", "budget",
      "holdout", "automatic", "attention", "decision noise", "worth", "easier", "announced by",
      "aimed at", "social proof", "strong rewards", "screening", "held", "clawed back", "regret",
    ]
  }

  fileprivate static var everyOffers: [Key<Self>] {
    [
      Key(
        required: "orders", \.orders, .word,
        "Which orders it is for; repeats are all after the first."),
      Key(
        required: "window", \.window, .window,
        "When it can be noticed and redeemed; `..end` states no end, and what was taken is honoured after the horizon too.",
        example: "day 30..43"
      ).typical(.chosen),
      Key(
        "for", \.segments, .segments,
        "The segments it is for; bonus hunters pass themselves off as people of any.",
        example: "[students, residents]"),
      Key(
        optional: "members of", \.members,
        .name("an audience or a community such as `private group`"),
        "The audience or community whose members alone it is for, from the day after they join.",
        standard: "members or not", example: "private group"
      ).typical(.chosen),
      Key(
        optional: "silent for", \.silence, .silence,
        "How long those have not ordered whom it is for; who has taken it may order again.",
        standard: "whenever they ordered", example: "60 days"
      ).typical(.unpublished("find in your log how long most customers' gaps are")),
      Key(
        optional: "validity", \.validity, .wholeDays(1...3_650, example: "14 days"),
        "How long it is live once taken, within the window.",
        standard: "to the end of the window", example: "14 days"
      ).typical("8.6 weeks for paper coupons in the US", source: "NCH and Inmar, 2013"),
      Key(
        optional: "uses", \.uses, .whole(1...1_000_000, example: "1"),
        "How often a customer can redeem it.", standard: "every order while it is live",
        example: "1"
      ).typical(.chosen),
      Key(
        optional: "budget", \.budget, .money(example: "5000"),
        "What all redemptions together may take off; never exceeded.", standard: "no limit",
        example: "5000 CNY"
      ).typical(.chosen),
      Key(
        "holdout", \.holdout, .share(example: "10%"),
        "Share of those it is for who are left out, to compare with.", example: "10%"
      ).typical(.chosen),
      Key(
        "automatic", \.isAutomatic, .yesOrNo,
        "Whether everybody simply gets it, as with a price cut: nothing to notice or decide. It ends with the horizon, since"
          + " nobody has taken it, unless it says how long it is valid."),
      Key("attention", \.attention, .attention),
      Key(
        "decision noise", \.noise, .number(.zeroOrMore, example: "0.3"),
        "How much people's view of an offer wavers: standard deviation on the log scale.",
        example: "0.3"
      ).typical(.byTesting),
      Key(
        "lift", \.lift, .number(.zeroOrMore, example: "1.2"),
        "How strongly one in hand raises purchases: by this times what it is worth to its holder"
          + " over the mean basket.",
        example: "1.2"
      ).typical(
        .unpublished(
          "find it by a test; vouchers in China brought 3.0 to 3.4 of spending per 1 of subsidy")),
      Key(
        optional: "daily multipliers", \.multipliers,
        .list(of: .times(.zeroOrMore, example: "1.5")) { _ in
          "a number such as `1.5`, or a list with one number for each day of the window"
        },
        "What one in hand multiplies purchases by, given outright instead of a lift.",
        example: "1.5"
      ).typical("about 2 for a cart coupon on its day", source: "Zhang et al., 2020"),
      Key("pull-forward", \.pullForward, .pullForward),
      Key(
        optional: "worth", \.worth, .price(example: "60"),
        "What taking part is worth to a customer, where that is not what it takes off: a toy costs us less than it"
          + " is worth to a child.", standard: "what it takes off a mean order", example: "60 CNY"
      ).typical(.byTesting),
      Key("easier", \.easing, .easing),
      Key(
        optional: "announced by", \.announcer,
        .name("an audience or a channel such as `private group`"),
        "The audience or channel whose messages tell of it; nobody notices it on their own.",
        standard: "people notice it on their own", example: "private group"
      ).typical(.chosen),
      Key(
        "aimed at", \.aim, .word,
        "Whom it is meant for where another pays (`payer`): what a user gets counts for the payer as far as they act on"
          + " it, and they take part together."
      ).typical(.chosen),
      Key("social proof", \.socialProof, .socialProof),
      Key("strong rewards", \.stretch, .attentionStretch),
      Key("screening", \.screening, .screening),
      Key(optional: "held", \.holding, .holding),
      Key(
        optional: "clawed back", \.clawsBack, .yesOrNo,
        "Whether a reward goes back with the order it was for, or with what was added to reach a threshold.",
        standard: "yes; no where it is `held`, for what was paid out stays paid"),
      Key(optional: "regret", \.regret, .regret),
      Key(
        "fixed cost", \.fixedCost, .money(example: "500"),
        "What the campaign costs once, on the first day of its window.", example: "500 CNY"
      ).typical(.inYourBooks),
    ]
  }
}

extension Section<AttentionDraft> {
  static var attention: Self {
    Section(
      "attention", "How the offer is noticed; needed unless it is automatic or announced.",
      blank: AttentionDraft(), isLayered: true,
      keys: [
        Key(
          optional: "chance", \.chance, .share(example: "40%"),
          "How likely somebody notices it on the first day, before fading.", example: "40%"
        ).typical(.unpublished("only redemptions are, 0.9% of paper coupons (NCH, 2013)")),
        Key(
          "fading", \.fading, .time(.aboveZero, example: "3 days"),
          "How long people follow a campaign: the chance to notice falls by 63% in this time."
        ).typical(.byTesting),
      ])
  }
}

extension Section<Offer.PullForward> {
  static var pullForward: Self {
    Section(
      "pullForward", "How a redemption lowers purchases for some days after it.",
      blank: Offer.PullForward(), isLayered: true,
      keys: [
        Key(
          "drop", \.drop, .share(example: "30%"), "How much lower purchases are.", example: "30%"
        ).typical(
          .unpublished(
            "find it by a test; a third of a sales bump comes from other weeks (van Heerde et al., 2004)"
          )),
        Key(
          "days", \.days, .wholeDays(0...3_650, example: "14 days"), "For how long.",
          example: "14 days"
        ).typical("hardly at all to four months", source: "Ding et al.; Xing et al., 2023"),
      ])
  }
}

extension Section<Easing> {
  static var easing: Self {
    Section(
      "easing",
      "How much of what taking part costs an offer takes away, part by part; a channel from those it reached within"
        + " a week.",
      blank: Easing(), isLayered: true,
      keys: [
        Key(
          "understanding", \.understanding, .share(example: "50%"),
          "Of the effort to understand it, such as by a flow of one tap.", example: "50%"
        ).typical(.byTesting),
        Key(
          "money", \.money, .share(example: "50%"), "Of the money laid out.", example: "50%"
        ).typical(.byTesting),
        Key("time", \.time, .share(example: "50%"), "Of the time it takes.", example: "50%")
          .typical(.byTesting),
        Key(
          "trust", \.trust, .share(example: "60%"),
          "Of the trust it takes, such as by a leader's or a known brand's word.", example: "60%"
        ).typical(.byTesting),
      ])
  }
}

extension Section<SocialProofDraft> {
  static var socialProof: Self {
    Section(
      "socialProof", "How others who take part make it easier to trust the offer.",
      blank: SocialProofDraft(),
      choices: [Choice(groups: [["strength", "half", "already"]], optional: ["already"])],
      isLayered: true,
      keys: [
        Key(
          optional: "strength", \.strength, .share(example: "60%"),
          "How much of the trust it costs very many others take away.", example: "60%"
        ).typical(.byTesting),
        Key(
          optional: "half", \.half, .number(.aboveZero, example: "500"),
          "People who take part at whom half of that is reached.", example: "500"
        ).typical(.byTesting),
        Key(
          "already", \.already, .number(.zeroOrMore, example: "2000"),
          "People who took part elsewhere or before, as far as people here can see.",
          example: "2000"
        ).typical(.inYourBooks),
      ])
  }
}

extension Section<StretchDraft> {
  static var attentionStretch: Self {
    Section(
      "attentionStretch", "How strong rewards are remembered longer than weak ones.",
      blank: StretchDraft(), choices: [Choice(groups: [["fading", "half"]])], isLayered: true,
      keys: [
        Key(
          optional: "fading", \.fading, .time(.aboveZero, example: "7 days"),
          "The `fading` of a reward without limit; that under `attention` is of one worth nothing.",
          example: "7 days"
        ).typical(.byTesting),
        Key(
          optional: "half", \.half, .price(.aboveZero, example: "20"),
          "What a reward is worth that is halfway between.", example: "20 CNY"
        ).typical(.byTesting),
      ])
  }
}

extension Section<Screening> {
  static var screening: Self {
    Section(
      "screening", "How claims are checked before they are paid.",
      blank: Screening(refuses: 0), isLayered: true,
      keys: [
        Key(
          "catches", \.catches, .share(example: "70%"), "Claims of bonus hunters that are caught.",
          example: "70%"
        ).typical(.unpublished("check a hundred claims by hand")),
        Key(
          "refuses", \.refuses, .share(example: "2%"), "Honest claims that are refused.",
          example: "2%"
        ).typical(.unpublished("count the complaints")),
        Key(
          "loses", \.loses, .share(example: "30%"), "Of those refused, who never comes back.",
          example: "30%"
        ).typical(.unpublished("see how many of them order again")),
        Key("cost", \.cost, .price(example: "0.1"), "What a check costs.", example: "0.1 CNY")
          .typical(.inYourBooks),
      ])
  }
}
