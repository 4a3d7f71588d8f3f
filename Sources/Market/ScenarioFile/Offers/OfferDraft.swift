import Documents

/// An offer as written: what every offer has, and the terms of its kind.
struct OfferDraft<Terms: TermsDraft>: Draft {
  var written: [String: Element] = [:]
  var terms: Terms
  var orders: Offer.Orders?
  var segments: [Int] = []
  var members: String?
  var silence: Silence?
  var window: Window?
  var validity: Int?
  var uses: Int?
  var budget: Int64?
  var holdout = 0.0
  var isAutomatic = false
  var attention = AttentionDraft()
  var noise = 0.0
  var lift = 0.0
  var multipliers: [Double]?
  var pullForward = Offer.PullForward()
  var fixedCost: Int64 = 0
  var worth: Double?
  var easing = Easing()
  var announcer: String?
  var aim = Offer.Aim.payer
  var socialProof = SocialProofDraft()
  var stretch = StretchDraft()
  var screening = Screening(refuses: 0)
  var holding: HoldingDraft?
  var clawsBack: Bool?
  var regret: RegretDraft?
}

/// How others who take part lend trust, as written.
struct SocialProofDraft: Draft {
  var written: [String: Element] = [:]
  var strength: Double?
  var half: Double?
  var already = 0.0

  var resolved: SocialProof? {
    guard let strength, let half else { return nil }
    return SocialProof(strength: strength, half: half, already: already)
  }
}

/// How strong rewards are remembered, as written.
struct StretchDraft: Draft {
  var written: [String: Element] = [:]
  var fading: Double?
  var half: Double?

  var resolved: AttentionStretch? {
    guard let fading, let half else { return nil }
    return AttentionStretch(fading: fading, half: half)
  }
}

/// The terms of an offer as written.
protocol TermsDraft: Sendable {
  associatedtype Terms: OfferTerms

  init()

  /// Which orders such offers are for, where they have no key that says it.
  static var standardOrders: Offer.Orders? { get }

  /// Whether there is nothing to notice or decide about such offers.
  static var isAlwaysAutomatic: Bool { get }

  /// Whether such offers are put to people one by one, so that there is nothing to notice.
  static var isPutToPeople: Bool { get }

  /// The terms, or `nil` where something is missing; `element` gives the place of a key, written or not.
  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> Terms?
}

extension TermsDraft {
  static var isAlwaysAutomatic: Bool { false }
  static var standardOrders: Offer.Orders? { nil }
  static var isPutToPeople: Bool { false }
}

/// How an offer is noticed, as written.
struct AttentionDraft: Draft {
  var written: [String: Element] = [:]
  var chance: Double?
  var fading = 3.0
}

extension OfferDraft {
  init() {
    self.init(terms: Terms())
    orders = Terms.standardOrders
  }

  /// The offer of a plan, or `nil` where something is missing; problems are reported at the last of the layers it
  /// was read from.
  ///
  /// Its budget is that of the simulated sample, one k-th of the market's.
  func resolved(name: String, layers: [Element], _ reading: inout Reading) -> Offer? {
    guard let element = layers.last else { return nil }
    let participation = participation(layers, element, &reading)
    warnOfIdleKeys(layers, element, &reading)
    let terms = terms.resolved({ self.element($0, of: element) }, &reading)
    guard let terms, let orders, let window else { return nil }
    let days = window.days
    if let validity, validity > days.count, !window.isOpenEnded, reading.context.hasDays {
      reading.refuse(
        self.element("validity", of: element),
        reason: "It is longer than the window, which has \(counted(days.count, "day")).",
        rule: "Leave it out for one that is live to the end of the window.")
    }
    if silence != nil, orders == .first {
      reading.refuse(
        self.element("silent for", of: element),
        reason: "Who makes a first order has not ordered before: nobody is silent.",
        rule: "Leave the key out, or write `orders: repeats`.")
    }
    let sample = reading.context.standsFor
    var offer = Offer(
      name: name, terms: terms, orders: orders,
      segments: segments.isEmpty ? Array(reading.context.segments.indices) : segments,
      window: days, isOpenEnded: window.isOpenEnded, validity: validity, uses: uses,
      budget: budget.map { $0 / Int64(sample) },
      holdout: holdout, participation: participation,
      effect: effect(days, element, &reading), pullForward: pullForward,
      fixedCost: fixedCost.shared(among: sample), worth: worth, easing: easing,
      announcer: announcer)
    offer.members = members
    offer.silence = silence
    offer.aim = aim
    offer.socialProof = socialProof.resolved
    offer.stretch = stretch.resolved
    offer.screening = screening == Screening(refuses: 0) ? nil : screening
    holding?.check(self.element("held", of: element), &reading)
    offer.holding = holding?.resolved
    offer.clawsBack = clawsBack
    offer.regret = regret?.resolved
    return offer
  }

  private func participation(
    _ layers: [Element], _ element: Element, _ reading: inout Reading
  ) -> Offer.Participation {
    if isAutomatic, announcer != nil {
      reading.refuse(
        self.element("announced by", of: element),
        reason: "Everybody simply gets an offer that is automatic: there is nothing to be told of.",
        rule: "Leave out `automatic` or `announced by`.")
    }
    if isAutomatic || Terms.isAlwaysAutomatic { return .automatic }
    // Who is told of an offer has noticed it.
    if announcer != nil || Terms.isPutToPeople {
      return .decided(attention: 1, fading: .infinity, noise: noise)
    }
    let isKnown =
      !reading.hasProblem(with: written["automatic"])
      && !layers.contains { layer in
        ["automatic", "attention"].contains { reading.wasMeant($0, of: layer) }
          || reading.wasMeant("chance", of: layer.inner("attention"))
          || reading.hasProblem(with: layer["attention"])
      }
    if attention.chance == nil, attention.written["chance"] == nil, isKnown {
      reading.refuse(
        self.element("attention", of: element).absent("chance"),
        reason: "This key is missing: how likely somebody notices the offer on its first day.",
        rule: "Write a share such as `40%`, or `automatic: yes` for a price cut.")
    }
    return .decided(attention: attention.chance ?? 0, fading: attention.fading, noise: noise)
  }

  private func effect(
    _ window: Range<Int>, _ element: Element, _ reading: inout Reading
  ) -> Offer.Effect {
    // Where the days are not known windows may be of any length.
    guard let multipliers, reading.context.hasDays else { return .lift(lift) }
    if multipliers.count == 1 {
      return .multipliers(window.flatMap { _ in multipliers })
    }
    if multipliers.count != window.count {
      reading.refuse(
        self.element("daily multipliers", of: element),
        reason: "The list has \(multipliers.count) numbers, but the window has"
          + " \(counted(window.count, "day")).",
        rule: "Write one number for each day of the window, or one for all.")
    }
    return .multipliers(multipliers)
  }
}

extension Int64 {
  /// The part of an amount that falls on a sample in which each stands for `count`, to the nearest
  /// minor unit.
  func shared(among count: Int) -> Int64 { Int64((Double(self) / Double(count)).rounded()) }
}
