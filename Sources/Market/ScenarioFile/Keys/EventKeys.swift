import Documents
import RealModule

/// An outside event as written.
struct EventDraft: Draft {
  var written: [String: Element] = [:]
  var days: Range<Int>?
  var answer: EventStart?
  var lasts: Int?
  var factor = 1.0
  var effects = OutsideEvent.Effects()
  var elsewhere: Coupon.Value?
  var weight = 1.0
}

/// When an event begins that answers something of a plan.
struct EventStart: Sendable, Equatable {
  var after: Int
  var name: String
}

extension Section<EventDraft> {
  static var event: Self {
    Section(
      "event", "Something outside our control that moves what people do for some days.",
      blank: EventDraft(),
      choices: [Choice(groups: [["days"], ["starts", "lasts"]], isRequired: true)],
      keys: [
        Key(
          optional: "days", \.days, .window, "When it happens.",
          example: "2026-10-01..2026-10-07"
        ).typical(.chosen),
        Key(
          optional: "starts", \.answer, .eventStart,
          "When it begins, counted from the first day of an offer or a channel: it happens only under plans that use"
            + " it, such as when rivals answer.", example: "14 days after second visit"
        ).typical(.unpublished("see how soon rivals answered before")),
        Key(
          optional: "lasts", \.lasts, .wholeDays(1...3_650, example: "30 days"),
          "How long it lasts from then on.", example: "30 days"
        ).typical(.unpublished("see how long rivals answered before")),
        Key(
          "purchases", \.factor, .ratio(example: "60%"),
          "Purchases on these days against what they would be.", example: "60%"
        ).typical(.inYourLog),
        Key(
          "trials", \.effects.trials, .ratio(example: "80%"),
          "How readily people try on these days against other days.", example: "80%"
        ).typical(.inYourLog),
        Key(
          "first purchases", \.effects.firstPurchases, .ratio(.aboveZero, example: "70%"),
          "The odds that a trial becomes a first purchase, against other days.", example: "70%"
        ).typical(.inYourLog),
        Key(
          "awareness", \.effects.awareness, .ratio(example: "50%"),
          "How many become aware by contacts and by themselves, against other days.",
          example: "50%"
        ).typical(.unpublished("see what your contacts brought on such days before")),
        Key(
          "baskets", \.effects.baskets, .ratio(.aboveZero, example: "90%"),
          "Amounts of orders on these days against what they would be.", example: "90%"
        ).typical(.inYourLog),
        Key(
          "contact prices", \.effects.contactPrices, .ratio(.aboveZero, example: "150%"),
          "What a bought contact costs on these days against what it would.", example: "150%"
        ).typical(.inYourBooks),
        Key(
          "lapse", \.effects.lapse, .ratio(.aboveZero, example: "200%"),
          "The odds to leave after an order on these days, against other days; of those who leave in time the rate.",
          example: "200%"
        ).typical(.inYourLog),
        Key(
          optional: "offers elsewhere", \.elsewhere, .couponValue,
          "What rivals offer, of a mean order or in money: money off of ours is worth that much less on these days,"
            + " whenever it was noticed.", standard: "nothing", example: "20%"
        ).typical(.unpublished("read it off your rivals' offers")),
        Key(
          "elsewhere weighs", \.weight, .ratio(example: "100%"),
          "How much of what rivals offer people hold against an offer of ours.", example: "100%"
        ).typical(.byTesting),
      ])
  }
}

extension EventDraft {
  /// The event, or `nil` where something is missing.
  func resolved(name: String, element: Element, _ reading: inout Reading) -> OutsideEvent? {
    var event = OutsideEvent(name: name, factor: factor, effects: effects)
    if let elsewhere {
      let worth: OutsideEvent.Elsewhere.Worth =
        switch elsewhere {
        case .percent(let share): .share(share)
        case .fixed(let amount): .amount(Double(amount))
        }
      event.effects.elsewhere = OutsideEvent.Elsewhere(worth, weight: weight)
    }
    guard written.keys.contains(where: { !Self.frame.contains($0) }) else {
      reading.refuse(
        Element(place: element.place, path: element.path, content: .empty),
        reason: "Nothing is said of what it moves.",
        rule:
          "Give one of \(listed(Descriptions.event.keys.map(\.name).filter { !Self.frame.contains($0) }, joint: "or"))."
      )
      return nil
    }
    if let days {
      event.days = days
    } else if let answer, let lasts {
      event.answer = OutsideEvent.Answer(to: answer.name, after: answer.after, lasts: lasts)
    } else {
      return nil
    }
    return event
  }

  /// Keys that alone move nothing.
  private static let frame: Set<String> = ["days", "starts", "lasts", "elsewhere weighs"]
}

extension Kind<EventStart> {
  /// Some days after something of a plan.
  static var eventStart: Self {
    let time = Kind<Int>.wholeDays(0...3_650, example: "14 days")
    return Kind(
      scalar: { _ in
        "a length of time after an offer or a channel such as `14 days after second visit`"
      },
      schema: .object([
        "type": .string("string"),
        "pattern": .string("^(0|[0-9]+ (day|week|month|year)s?) after .+$"),
      ]), write: { "\($0.after) days after \($0.name)" }
    ) { text, context throws(Mismatch) in
      let parts = text.split(separator: " after ", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, let name = parts.last, !name.isEmpty else { throw Mismatch() }
      return EventStart(after: try time.parse(parts[0], context), name: name)
    }
  }
}

extension ScenarioDraft {
  /// Refuses events that answer nothing that any plan has, or that begin after the horizon.
  func checkEvents(_ root: Element, _ reading: inout Reading) {
    let known = plans.flatMap { plan in
      plan.offers.map(\.name) + plan.channels.filter(\.isUsed).map(\.name)
    }
    let isWhole = reading.isFaultless
    for event in season.events {
      guard let answer = event.answer else { continue }
      let element = root.inner("season").inner("events").inner(event.name).inner("starts")
      let starts = plans.compactMap { $0.firstDay(of: answer.to) }.map { $0 + answer.after }
      guard let first = starts.min() else {
        // What could not be read may have had this name.
        guard isWhole else { continue }
        let near = reading.meant(by: answer.to, among: known)
        reading.refuse(
          element, reason: "No plan uses an offer or a channel “\(answer.to)”.",
          rule: known.isEmpty
            ? "No plan does anything that could be answered." : "Name one that a plan uses.",
          suggestion: near.map { "\(answer.after) days after \($0)" })
        continue
      }
      guard let horizon, first >= horizon else { continue }
      reading.refuse(
        element,
        reason: "It would begin on day \(first + 1), and the horizon ends with day \(horizon).",
        rule: "Write a shorter time, or give `days`.")
    }
  }
}
