import Market
import Statistics
import Takeaways

/// How purchases differ by month and weekday, in a sentence and as a scenario says it.
struct SeasonWords {
  private let season: SeasonFit

  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private let hasMonths: Bool
  private let hasWeekdays: Bool

  /// - Returns: `nil` where purchases do not differ by more than error, nor by a per cent.
  init?(_ season: SeasonFit?) {
    guard let season else { return nil }
    hasMonths = season.hasMonths && Self.differ(season.months)
    hasWeekdays = season.hasWeekdays && Self.differ(season.weekdays)
    guard hasMonths || hasWeekdays else { return nil }
    self.season = season
  }

  /// Whether the most and the fewest are told by different words.
  private static func differ(_ factors: [SeasonFit.Factor]) -> Bool {
    Set(factors.map { Readable.share($0.value, decimals: 0) }).count > 1
  }

  /// The highest and the lowest of each kind, and what they rest on.
  var sentence: String {
    var parts: [String] = []
    if hasMonths {
      parts.append(extremes(season.months, Self.months, of: "month", before: "in"))
    }
    if hasWeekdays {
      parts.append(extremes(season.weekdays, Self.weekdays, of: "day of the week", before: "on"))
    }
    let caution =
      hasMonths && season.isOneYear
      ? " Months were seen once: the next year's may differ." : ""
    return "Repeat purchases go with the season: \(parts.joined(separator: "; ")).\(caution)"
      + " Forecasts of single customers leave it out."
  }

  /// The block `season`.
  var lines: [String] {
    var lines = [
      "season:".remarked(
        "from the log, drawn towards 100% by how far each may be chance")
    ]
    for (key, names, factors, isTold) in [
      ("weekdays", Self.weekdays, season.weekdays, hasWeekdays),
      ("months", Self.months, season.months, hasMonths),
    ] where isTold {
      lines.append("  \(key):")
      lines += zip(names, factors).map { name, factor in
        let line = "    \(name): \(Readable.share(factor.value, decimals: 1))"
        guard let raw = factor.raw, let error = factor.standardError else {
          return line.remarked("not in the log")
        }
        return line.remarked(
          "\(Readable.share(raw, decimals: 1)) of what the law expects, standard error"
            + " \(Readable.share(raw * error, decimals: 1))")
      }
    }
    if (season.level - 1).magnitude > 0.005 {
      lines.append(
        "  # The log has more of some than of others: an average day has"
          + " \(Readable.share(season.level, decimals: 1)) of what the law expects, by which alpha is divided below."
      )
    }
    return lines
  }

  private func extremes(
    _ factors: [SeasonFit.Factor], _ names: [String], of kind: String, before: String
  ) -> String {
    let order = factors.indices.sorted { factors[$0].value > factors[$1].value }
    guard let most = order.first, let least = order.last else { return "" }
    func share(_ place: Int) -> String { Readable.share(factors[place].value, decimals: 0) }
    return "most \(before) \(names[most]) (\(share(most)) of an average \(kind)), fewest \(before)"
      + " \(names[least]) (\(share(least)))"
  }
}
