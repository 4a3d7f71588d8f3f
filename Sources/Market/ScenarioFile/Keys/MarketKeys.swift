import Documents

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
          example: "130%"
        ).typical(.inYourLog)
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
      "season", "What moves everybody alike.", blank: .level,
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
          named: "events", "Days on which something outside our control moves what people do.",
          .event
        ) { entries, season, reading in
          for entry in entries {
            let draft = Descriptions.event.read(layers: [entry.value], &reading)
            guard let event = draft.resolved(name: entry.name, element: entry.value, &reading)
            else { continue }
            season.events.append(event)
          }
        },
      ])
  }
}
