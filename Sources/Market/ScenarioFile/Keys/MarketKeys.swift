extension Section<[Double]> {
  /// Relative intensities of the days of the week or the months of the year.
  fileprivate static func relative(
    _ name: String, _ meaning: String, of parts: [String], against others: String
  ) -> Self {
    Section(
      name, meaning, blank: parts.map { _ in 1 },
      keys: parts.indices.map { index in
        Key(
          parts[index], \.[index], .ratio(example: "130%"),
          "Purchases \(others == "days" ? "on" : "in") \(parts[index]) against other \(others).",
          example: "130%")
      })
  }
}

private let dayNames = [
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
]

private let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
]

extension Season {
  /// A season with all days and months alike, each of them present.
  static var level: Season {
    Season(weekdays: dayNames.map { _ in 1 }, months: monthNames.map { _ in 1 })
  }
}

extension Section<Season> {
  static var season: Self {
    Section(
      "season", "What moves everybody's purchases alike.", blank: .level,
      keys: [
        Key(
          "weekdays", \.weekdays,
          .relative(
            "weekdays", "Relative purchases by day of the week; scaled to average 100%.",
            of: dayNames, against: "days")),
        Key(
          "months", \.months,
          .relative(
            "months", "Relative purchases by month; scaled to average 100%.", of: monthNames,
            against: "months")),
        Key(
          named: "events", "Days on which something outside our control moves purchases.", .event
        ) { entries, season, reading in
          for entry in entries {
            let draft = Section<EventDraft>.event.read(layers: [entry.value], &reading)
            guard let days = draft.days, let factor = draft.factor else { continue }
            season.events.append(OutsideEvent(name: entry.name, days: days, factor: factor))
          }
        },
      ])
  }
}

/// An outside event as written.
struct EventDraft: Draft {
  var written: [String: Element] = [:]
  var days: Range<Int>?
  var factor: Double?
}

extension Section<EventDraft> {
  static var event: Self {
    Section(
      "event", "Something outside our control that moves purchases for some days.",
      blank: EventDraft(),
      keys: [
        Key(
          required: "days", \.days, .window, "When it happens.",
          example: "2026-10-01..2026-10-07"),
        Key(
          required: "purchases", \.factor, .ratio(example: "60%"),
          "Purchases on these days against what they would be.", example: "60%"),
      ])
  }
}

extension Section<Product> {
  static var product: Self {
    Section(
      "product", "How good the product is and how it gets better.", blank: Product(),
      keys: [
        Key(
          "quality", \.quality, .number(.from(-1_000, to: 1_000), example: "0"),
          "Quality on day 1, in points of satisfaction."),
        Key(
          "satisfaction spread", \.satisfactionSpread,
          .number(.from(0, to: 1_000), example: "1"),
          "How satisfaction scatters around quality: standard deviation in points.", example: "1"),
        Key(optional: "iteration", \.iteration, .iteration),
      ])
  }
}

extension Section<Product.Iteration> {
  static var iteration: Self {
    Section(
      "iteration", "How feedback makes the product better.",
      blank: Product.Iteration(every: 30, gain: 0, saturation: 100, best: 0, cost: 0),
      keys: [
        Key(
          "every", \.every, .wholeDays(1...3_650, example: "30 days"),
          "Time from one improvement to the next."),
        Key(
          "gain", \.gain, .share(example: "20%"),
          "How far towards the best quality one improvement goes, given plenty of feedback.",
          example: "20%"),
        Key(
          "saturation", \.saturation, .number(.aboveZero, example: "100"),
          "Feedbacks that bring 63% of that gain."),
        Key(
          "best", \.best, .number(.from(-1_000, to: 1_000), example: "2"),
          "The best quality this product can reach, in points of satisfaction.", example: "2"),
        Key(
          "cost", \.cost, .money(example: "2000"), "What one improvement costs us.",
          example: "2000 CNY"),
      ])
  }
}
