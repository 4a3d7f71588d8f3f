import Documents

/// A channel as written.
struct ChannelDraft: Draft {
  var written: [String: Element] = [:]
  var kind: ChannelKind?
  var reach: Double?
  var audience: [Int] = []
  var days: Window?
  var easing = Easing()
  var easesRoles: [String: Double] = [:]
  var easesRolesFor = Channel.daysOfEasing
  var contacts = BoughtDraft()
  /// What is written in the blocks that kinds have of their own, by kind.
  var blocks: [String: any ChannelTermsDraft] = [:]
}

extension Section<ChannelDraft> {
  static var channel: Self {
    Section(
      "channel",
      "A way of reaching people: described under `channels`, changed by plans key by key.",
      blank: ChannelDraft(), choices: [Choice(groups: [["budget"], ["contacts"]])],
      isLayered: true,
      keys: [
        Key(required: "kind", \.kind, .channelKind, ChannelKind.meaning),
        Key(
          "price", \.contacts.price, .price(example: "0.8"),
          "What one contact costs on day 1.",
          example: "0.8 CNY", needed: \.buysContacts
        ).typical(.inYourBooks),
        Key(
          "reach", \.reach, .share(example: "20%"),
          "Chance that a contact is taken in.",
          example: "20%", needed: \.takesReach
        ).typical(.unpublished("count who looks, or ask those who come")),
        Key(
          setting: "budget", .spending(), "What is spent on contacts.", standard: "0, not used",
          example: "300 CNY per day"
        ) { channel, budget, _ in channel.contacts.buying = .budget(budget) }.typical(.chosen),
        Key(
          setting: "contacts", .rate(example: "500 per day"),
          "Contacts that are bought, whatever they cost.", example: "500 per day"
        ) { channel, contacts, _ in channel.contacts.buying = .contacts(contacts) }.typical(
          .chosen),
        Key(
          "audience", \.audience, .segments, "The segments it reaches.",
          example: "[students, residents]"),
        Key(
          optional: "days", \.days, .window,
          "When contacts are bought; without a stated end the baseline's are bought after the horizon too.",
          standard: "the whole horizon, and after it", example: "day 1..90"
        ).typical(.chosen),
        Key(
          "inflation", \.contacts.inflation, .yearly(example: "10% per year"),
          "How fast the price rises.", example: "10% per year"
        ).typical(.inYourBooks),
        Key(
          "scarcity", \.contacts.scarcity, .ratio(example: "150%"),
          "How much dearer a contact is once all prospects of the audience have been reached.",
          example: "150%"
        ).typical(.inYourBooks),
        Key(
          "fixed cost", \.contacts.fixedCost, .spending(example: "50"),
          "What a day costs on which contacts are bought, besides the contacts.",
          example: "50 CNY per day"
        ).typical(.inYourBooks),
        Key(
          "content cost", \.contacts.contentCost, .money(example: "400"),
          "What a piece of content costs, such as a film or a design.", example: "400 CNY"
        ).typical(.inYourBooks),
        Key(
          "content every", \.contacts.contentEvery, .wholeDays(1...3_650, example: "30 days"),
          "How long a piece of content is used."
        ).typical(.chosen),
        Key("easier", \.easing, .easing),
        .eases,
        Key(
          "eases for", \.easesRolesFor, .wholeDays(1...3_650, example: "90 days"),
          "How long a contact is felt by a committee, by those roles that the channel `eases`.",
          example: "90 days"
        ).typical(.unpublished("compare deals soon after a contact and late")),
      ].map(\.withItsKinds) + ChannelKind.all.compactMap(\.key))
  }
}

extension Key<ChannelDraft> {
  /// The key with a sentence about the kinds of channels that have it, where others refuse it.
  fileprivate var withItsKinds: Self {
    let kinds: [ChannelKind]
    switch name {
    case "reach": kinds = ChannelKind.all.filter(\.takesReach)
    case let name where BoughtDraft.keys.contains(name):
      kinds = ChannelKind.all.filter(\.buysContacts)
    default: return self
    }
    let names = listed(kinds.map(\.name), joint: "and")
    var key = self
    key.scope =
      isRequired
      ? "Must be given for \(names), and for no other kind." : "Only for \(names)."
    return key
  }
}

extension Key<ChannelDraft> {
  /// A key that channels of some kinds must give.
  fileprivate init(
    _ name: String, _ path: any WritableKeyPath<ChannelDraft, Double?> & Sendable,
    _ kind: Kind<Double>, _ meaning: String, example: String,
    needed: any KeyPath<ChannelKind, Bool> & Sendable
  ) {
    self.init(
      name: name, meaning: meaning, isRequired: true, example: example,
      rule: kind.rule(Context()),
      schema: { _ in kind.schema },
      read: { element, draft, reading in
        if let value = kind.read(element, &reading) { draft[keyPath: path] = value }
      },
      isGiven: { draft in
        draft[keyPath: path] != nil || draft.kind.map { !$0[keyPath: needed] } ?? false
      })
  }
}

extension ChannelDraft {
  /// Whether anything is done for it as it is written so far.
  var isUsed: Bool {
    guard let kind else { return contacts.buying.perDay > 0 }
    return kind.isUsed(self)
  }

  /// Nothing is done for it any more.
  mutating func stop() {
    contacts.buying = .budget(0)
    for name in blocks.keys { blocks[name]?.stop() }
  }

  /// The channel of a plan; one for which nothing is done costs nothing.
  func resolved(name: String, element: Element, _ reading: inout Reading) -> Channel? {
    guard let kind else { return nil }
    refuseForeignKeys(of: kind, element, &reading)
    guard let terms = kind.terms(self, element, &reading),
      let reach = kind.takesReach ? reach : 1
    else { return nil }
    var channel = Channel(
      name: name, terms: terms, reach: reach,
      audience: audience.isEmpty ? Array(reading.context.segments.indices) : audience,
      days: days?.days ?? 0..<max(reading.context.horizon ?? 1, 1),
      isOpenEnded: days?.isOpenEnded ?? true)
    channel.easing = easing
    channel.easesRoles = easesRoles.filter { $0.value != 0 }
    channel.easesRolesFor = easesRolesFor
    return channel
  }

  /// Refuses keys that only channels of other kinds have.
  private func refuseForeignKeys(
    of kind: ChannelKind, _ element: Element, _ reading: inout Reading
  ) {
    let others = ChannelKind.all.filter { $0.name != kind.name }
    func refuse(_ key: String, _ kinds: [ChannelKind]) {
      guard let place = written[key] else { return }
      reading.refuse(
        Element(place: place.place, path: place.path, content: .empty),
        reason: "This channel is of the kind `\(kind.name)`, which has no `\(key)`.",
        rule: "It belongs to \(listed(kinds.map(\.name), joint: "and")).")
    }
    for other in others where other.key != nil { refuse(other.name, [other]) }
    if !kind.takesReach { refuse("reach", others.filter(\.takesReach)) }
    guard !kind.buysContacts else { return }
    for key in BoughtDraft.keys { refuse(key, others.filter(\.buysContacts)) }
  }
}

/// Contacts that are bought, as written.
struct BoughtDraft: Sendable {
  var price: Double?
  var buying = BoughtContacts.Buying.budget(0)
  var inflation = 0.0
  var scarcity = 0.0
  var fixedCost = 0.0
  var contentCost: Int64 = 0
  var contentEvery = 30

  /// The keys they are written with.
  static let keys = [
    "price", "budget", "contacts", "inflation", "scarcity", "fixed cost", "content cost",
    "content every",
  ]

  /// The contacts of a channel.
  ///
  /// Spending is that of the simulated sample, one k-th of the market's.
  func resolved(
    _ medium: BoughtContacts.Medium, _ channel: ChannelDraft, _ element: Element,
    _ reading: inout Reading
  ) -> BoughtContacts? {
    guard let price, channel.reach != nil else { return nil }
    let sample = Double(reading.context.standsFor)
    let isUsed = buying.perDay > 0
    let scaled: BoughtContacts.Buying
    switch buying {
    case .budget(let budget):
      scaled = .budget(budget / sample)
      if isUsed, price == 0 {
        reading.refuse(
          channel.element("price", of: element), reason: "A budget buys no end of free contacts.",
          rule: "Give `contacts` instead of `budget`, or a price above 0.")
      }
    case .contacts(let contacts): scaled = .contacts(contacts / sample)
    }
    return BoughtContacts(
      medium, scaled, price: price, inflation: inflation, scarcity: scarcity,
      fixedCostPerDay: isUsed ? fixedCost / sample : 0,
      contentCost: isUsed ? contentCost.shared(among: reading.context.standsFor) : 0,
      contentEvery: contentEvery)
  }
}
