import Documents

/// A channel as written.
struct ChannelDraft: Draft {
  var written: [String: Element] = [:]
  var kind: Channel.Kind?
  var reach: Double?
  var audience: [Int] = []
  var buying = Channel.Buying.budget(0)
  var days: Window?
  var price: Double?
  var inflation = 0.0
  var scarcity = 0.0
  var fixedCost = 0.0
  var contentCost: Int64 = 0
  var contentEvery = 30
  var easing = Easing()
  var easesRoles: [String: Double] = [:]
}

extension Section<ChannelDraft> {
  static var channel: Self {
    Section(
      "channel",
      "A way of reaching people: described under `channels`, changed by plans key by key.",
      blank: ChannelDraft(), choices: [Choice(groups: [["budget"], ["contacts"]])],
      isLayered: true,
      keys: [
        Key(
          required: "kind", \.kind, .word,
          "Paid (search, feeds, opinion leaders, platforms) or offline (stall, flyers, door)."),
        Key(
          required: "price", \.price, .price(example: "0.8"), "What one contact costs on day 1.",
          example: "0.8 CNY"
        ).typical(.inYourBooks),
        Key(
          required: "reach", \.reach, .share(example: "20%"),
          "Chance that a contact is taken in.", example: "20%"
        ).typical(.unpublished("count who looks, or ask those who come")),
        Key(
          setting: "budget", .spending(), "What is spent on contacts.", standard: "0, not used",
          example: "300 CNY per day"
        ) { channel, budget, _ in channel.buying = .budget(budget) }.typical(.chosen),
        Key(
          setting: "contacts", .rate(example: "500 per day"),
          "Contacts that are bought, whatever they cost.", example: "500 per day"
        ) { channel, contacts, _ in channel.buying = .contacts(contacts) }.typical(.chosen),
        Key(
          "audience", \.audience, .segments, "The segments it reaches.",
          example: "[students, residents]"),
        Key(
          optional: "days", \.days, .window,
          "When contacts are bought; without a stated end the baseline's are bought after the horizon too.",
          standard: "the whole horizon, and after it", example: "day 1..90"
        ).typical(.chosen),
        Key(
          "inflation", \.inflation, .yearly(example: "10% per year"),
          "How fast the price rises.", example: "10% per year"
        ).typical(.inYourBooks),
        Key(
          "scarcity", \.scarcity, .ratio(example: "150%"),
          "How much dearer a contact is once all prospects of the audience have been reached.",
          example: "150%"
        ).typical(.inYourBooks),
        Key(
          "fixed cost", \.fixedCost, .spending(example: "50"),
          "What a day costs on which contacts are bought, besides the contacts.",
          example: "50 CNY per day"
        ).typical(.inYourBooks),
        Key(
          "content cost", \.contentCost, .money(example: "400"),
          "What a piece of content costs, such as a film or a design.", example: "400 CNY"
        ).typical(.inYourBooks),
        Key(
          "content every", \.contentEvery, .wholeDays(1...3_650, example: "30 days"),
          "How long a piece of content is used."
        ).typical(.chosen),
        Key("easier", \.easing, .easing),
        .eases,
      ])
  }
}

extension ChannelDraft {
  /// The channel of a plan; one that buys nothing costs nothing.
  ///
  /// Spending is that of the simulated sample, one k-th of the market's.
  func resolved(name: String, element: Element, _ reading: inout Reading) -> Channel? {
    guard let kind, let price, let reach else { return nil }
    let sample = Double(reading.context.standsFor)
    let isUsed: Bool
    let scaled: Channel.Buying
    switch buying {
    case .budget(let budget):
      isUsed = budget > 0
      scaled = .budget(budget / sample)
      if isUsed, price == 0 {
        reading.refuse(
          self.element("price", of: element), reason: "A budget buys no end of free contacts.",
          rule: "Give `contacts` instead of `budget`, or a price above 0.")
      }
    case .contacts(let contacts):
      isUsed = contacts > 0
      scaled = .contacts(contacts / sample)
    }
    var channel = Channel(
      name: name, kind: kind, reach: reach,
      audience: audience.isEmpty ? Array(reading.context.segments.indices) : audience,
      buying: scaled, days: days?.days ?? 0..<max(reading.context.horizon ?? 1, 1),
      isOpenEnded: days?.isOpenEnded ?? true, price: price,
      inflation: inflation, scarcity: scarcity,
      fixedCostPerDay: isUsed ? fixedCost / sample : 0,
      contentCost: isUsed ? contentCost.shared(among: reading.context.standsFor) : 0,
      contentEvery: contentEvery)
    channel.easing = easing
    channel.easesRoles = easesRoles.filter { $0.value != 0 }
    return channel
  }
}
