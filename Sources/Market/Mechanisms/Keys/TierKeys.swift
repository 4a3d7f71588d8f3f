import Documents

/// A tier as written.
struct TierDraft: Draft {
  var written: [String: Element] = [:]
  var name = ""
  var threshold: Int64?
  var earning = 1.0
  var bond = 0.0
  var cost = 0.0

  var resolved: LoyaltyTier? {
    threshold.map {
      LoyaltyTier(name: name, threshold: $0, earning: earning, bond: bond, cost: cost)
    }
  }
}

extension Section<TierDraft> {
  static var loyaltyTier: Self {
    Section(
      "loyaltyTier", "A tier of members by what they have spent in the last year.",
      blank: TierDraft(),
      keys: [
        Key(
          required: "from", \.threshold, .money(.aboveZero, example: "500"),
          "What a member has to have paid in the 365 days before, less what was paid back.",
          example: "500 CNY"
        ).typical(.chosen),
        Key(
          "earns", \.earning, .times(.from(0, to: 1_000), example: "1.5"),
          "What the points that an order earns are multiplied by.", example: "1.5"
        ).typical(.chosen),
        Key(
          "bond", \.bond, .number(.from(-20, to: 20), example: "0.2"),
          "How much it lowers the log-odds to lapse after an order, or the logarithm of the rate of leaving.",
          example: "0.2"
        ).typical(.byTesting),
        Key(
          "cost", \.cost, .spending(example: "12"), "What a member of the tier costs.",
          example: "12 CNY per year"
        ).typical(.inYourBooks),
      ])
  }
}

extension Key<OfferDraft<PointsDraft>> {
  /// Tiers by name, from the lowest to the highest.
  static var tiers: Self {
    Key(
      named: "tiers", "Tiers by what members paid in the last 365 days, the lowest first.",
      .loyaltyTier, most: 10
    ) { entries, offer, reading in
      for entry in entries {
        let block = Section<TierDraft>.loyaltyTier
        let place = offer.terms.tiers.firstIndex { $0.name == entry.name }
        var draft = place.map { offer.terms.tiers[$0] } ?? block.blank
        draft.name = entry.name
        block.read(entry.value, into: &draft, &reading)
        block.complete(draft, layers: [entry.value], &reading)
        if let place { offer.terms.tiers[place] = draft } else { offer.terms.tiers.append(draft) }
      }
    }
  }
}

extension [TierDraft] {
  /// The tiers, or nothing where a higher one asks less, gives fewer points or binds less; problems are reported at `whole` where
  /// their own place is not known.
  func resolved(_ whole: Documents.Element, _ reading: inout Reading) -> [LoyaltyTier] {
    let tiers = compactMap(\.resolved)
    guard tiers.count == count else { return [] }
    for (lower, upper) in zip(indices, indices.dropFirst()) {
      let (below, above) = (tiers[lower], tiers[upper])
      if above.threshold <= below.threshold {
        reading.refuse(
          self[upper].written["from"] ?? whole,
          reason:
            "The tier “\(above.name)” asks no more than “\(below.name)” below it: nobody is ever in that one.",
          rule: "List tiers from the lowest to the highest.")
      }
      if above.earning < below.earning {
        reading.refuse(
          self[upper].written["earns"] ?? whole,
          reason:
            "The tier “\(above.name)” earns fewer points than “\(below.name)” below it: who spends more gets less.",
          rule: "Write at least \(plain(below.earning)).")
      }
      if above.bond < below.bond {
        reading.refuse(
          self[upper].written["bond"] ?? whole,
          reason:
            "The tier “\(above.name)” binds its members less than “\(below.name)” below it: who spends more would leave"
            + " sooner.",
          rule: "Write at least \(plain(below.bond)).")
      }
    }
    return tiers
  }
}
