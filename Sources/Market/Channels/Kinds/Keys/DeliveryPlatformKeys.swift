import Documents

extension ChannelKind {
  static let deliveryPlatform = ChannelKind(
    "takes a share of the orders it brings", .deliveryPlatform, buysContacts: true,
    oracles: [.deliveryPlatform])
}

extension Section<DeliveryPlatformDraft> {
  static var deliveryPlatform: Self {
    Section(
      "deliveryPlatform",
      "What a platform takes of the orders of those whose last contact before their first order it was; of channels"
        + " of the kind `delivery platform`.",
      blank: DeliveryPlatformDraft(), isLayered: true,
      keys: [
        Key(
          required: "commission", \.share, .share(example: "20%"),
          "The share of an order it takes: on first orders part of what winning a customer costs, on others of what"
            + " an order costs.", example: "20%"
        ).typical("15% to 30%", source: "DoorDash's plans for restaurants, 2021"),
        Key(
          required: "orders", \.orders, .word, "Of which orders: the first, or every one.",
          example: "every"
        ).typical(.inYourBooks),
      ])
  }
}

/// A platform's commission as written.
struct DeliveryPlatformDraft: ChannelTermsDraft {
  var written: [String: Element] = [:]
  var share: Double?
  var orders: Commission.Orders?

  static let kind = "delivery platform"

  func isUsed(_ channel: ChannelDraft) -> Bool { channel.contacts.buying.perDay > 0 }

  mutating func stop() {}

  func resolved(
    _ channel: ChannelDraft, _ element: Element, _ reading: inout Reading
  ) -> DeliveryPlatform? {
    let contacts = channel.contacts.resolved(.paid, channel, element, &reading)
    guard let contacts, let share, let orders else { return nil }
    return DeliveryPlatform(contacts, taking: Commission(share: share, orders: orders))
  }
}

extension Oracle {
  /// A platform's commission is its share of the revenue of the orders it brought, to the rounding of each crowd.
  static let deliveryPlatform = Oracle(number: 43, name: "delivery platform") { run in
    func played(_ orders: Commission.Orders) -> [PlanOutcome] {
      let segment = run.newcomers(
        4_000, PurchaseHabits(shape: 1, rate: 20, lapseA: 1, lapseB: 4), Published.baskets)
      var unaware = segment
      unaware.begins = .prospects(aware: 0)
      let platform = Channel(
        name: "platform",
        terms: DeliveryPlatform(
          BoughtContacts(.paid, .contacts(Double(segment.size) * 0.02), price: 0),
          taking: Commission(share: 0.23, orders: orders)), audience: [0], days: 0..<60)
      var street = platform
      (street.name, street.terms) = (
        "street", BoughtContacts(.offline, .contacts(Double(segment.size) * 0.01), price: 0)
      )
      return run.play(
        run.scenario(horizon: 60, segment: unaware, channels: [platform, street]), replications: 1)
    }
    func taken(_ plan: PlanOutcome) -> Double {
      -Double(
        plan.ledger.total(.acquisition, source: 0) + plan.ledger.total(.operations, source: 0))
    }
    // At most 4,000 people are one crowd, which rounds by less than a unit.
    let rounding = 0.25
    return played(.every).map { plan in
      run.judged(
        "commission on every order", simulated: taken(plan),
        expected: 0.23 * Double(plan.ledger.total(.revenue, source: 0)), error: rounding)
    }
      + played(.first).flatMap { plan in
        [
          run.exact("on other orders", plan.ledger.total(.operations, source: 0), expected: 0),
          run.exact("of other channels", plan.ledger.total(.acquisition, source: 1), expected: 0),
        ]
      }
  }
}
