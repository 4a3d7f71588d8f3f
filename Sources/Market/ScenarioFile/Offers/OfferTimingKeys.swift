import Documents

/// How long rewards are held back, as written.
struct HoldingDraft: Draft {
  var written: [String: Element] = [:]
  var days: Double?
  var impatience: Double?

  var resolved: Holding? {
    guard let days, let impatience else { return nil }
    return Holding(days: days, impatience: impatience)
  }

  /// A reward that is held to the end of what is played is none of its figures.
  func check(_ block: Element, _ reading: inout Reading) {
    guard let days, let horizon = reading.context.horizon, days >= Double(horizon) else { return }
    reading.refuse(
      element("for", of: block),
      reason:
        "It is held for as long as the horizon, \(counted(horizon, "day")), or longer: nothing would be paid within it.",
      rule: "Write a shorter time, or a longer `horizon`.")
  }
}

/// Who is let down when an offer opens, as written.
struct RegretDraft: Draft {
  var written: [String: Element] = [:]
  var within: Double?
  var least: Double?
  var loss: Double?

  var resolved: Regret? {
    guard let within, let least, let loss else { return nil }
    return Regret(within: within, least: least, loss: loss)
  }
}

extension OfferDraft {
  /// Why keys about what becomes of an order are no keys of what is given for no order.
  static var paidAtOnce: [String: Refusal] {
    let refusal = Refusal(
      reason:
        "What is given here is for no order that could go back: it is given at once and stays given.",
      rule: "Leave the key out.")
    return ["held": refusal, "clawed back": refusal]
  }
}

extension Section<HoldingDraft> {
  static var holding: Self {
    Section(
      "holding",
      "A reward that is held back: it is paid some time after the order, unless the order has gone back by then.",
      blank: HoldingDraft(), isLayered: true,
      keys: [
        Key(
          required: "for", \.days, .time(.aboveZero, example: "7 days"), "How long it is held.",
          example: "7 days"
        ).typical(.chosen),
        Key(
          required: "impatience", \.impatience, .hazard(example: "1% per day"),
          "How much less a reward is worth to people for having to wait: of what is left, in each period.",
          example: "1% per day"
        ).typical(.byTesting),
      ])
  }
}

extension Section<RegretDraft> {
  static var regret: Self {
    Section(
      "regret", "How the offer lets down those who paid in full shortly before it opened.",
      blank: RegretDraft(), isLayered: true,
      keys: [
        Key(
          required: "within", \.within, .time(.aboveZero, example: "14 days"),
          "How long before the first day of its window they paid; who has their money back by then is not sorry.",
          example: "14 days"
        ).typical(.byAsking),
        Key(
          required: "from", \.least, .price(example: "5"),
          "What the offer must be worth to them at least; for less nobody is sorry.",
          example: "5 CNY"
        ).typical(.byAsking),
        Key(
          required: "disappointment", \.loss, .number(.zeroOrMore, example: "0.5"),
          "What it takes off their satisfaction.", example: "0.5"
        ).typical(.unpublished("judge it by the complaints after a price cut")),
      ])
  }
}
