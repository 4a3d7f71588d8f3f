import Documents

/// How engagement moves purchases, as written.
struct EngagementDraft: Draft {
  var written: [String: Element] = [:]
  /// A day.
  var visits: Double?
  var opened = 1.0
  var halfLife: Double?
  var floor: Double?
  var half: Double?

  var resolved: Engagement? {
    guard let visits, let halfLife, let floor, let half else { return nil }
    return Engagement(visits: visits, opened: opened, halfLife: halfLife, floor: floor, half: half)
  }
}

extension Section<EngagementDraft> {
  static var engagement: Self {
    Section(
      "engagement", "How what people do with us between orders moves how often they buy.",
      blank: EngagementDraft(), isLayered: true,
      keys: [
        Key(
          required: "visits", \.visits, .rate(example: "3 per week"),
          "How often somebody who knows us visits, signs in, looks at content; each time adds 1 to their engagement.",
          example: "3 per week"
        ).typical(.inYourLog),
        Key(
          "opened message", \.opened, .number(.from(0, to: 1_000_000), example: "0.5"),
          "What an opened message of an audience adds.", example: "0.5"
        ).typical(.byTesting),
        Key(
          required: "half-life", \.halfLife, .time(.from(0.01, to: 3_650), example: "7 days"),
          "How long until half of engagement has faded.", example: "7 days"
        ).typical(.inYourLog),
        Key(
          required: "floor", \.floor, .share(example: "40%"),
          "How often somebody without any engagement buys, compared with somebody who has no end of it.",
          example: "40%"
        ).typical(.inYourLog),
        Key(
          required: "half", \.half, .number(.aboveZero, example: "5"),
          "The engagement at which purchases are half way from the floor to 100%.", example: "5"
        ).typical(.inYourLog),
      ])
  }
}
