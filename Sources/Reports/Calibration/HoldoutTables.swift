import Documents
import Market
import Takeaways

/// The holdout check as tables: in all, by number of earlier repeat purchases, by week.
struct HoldoutTables {
  /// A quarter of a year: as many weeks as a screen takes.
  static let weeksShown = 13

  private let check: HoldoutCheck
  private let currency: Currency
  private let forecasts: [(law: PurchaseLaw, forecast: HoldoutForecast)]

  init(_ check: HoldoutCheck, _ currency: Currency) {
    self.check = check
    self.currency = currency
    forecasts = check.forecasts
  }

  var total: Table {
    var table = table(["repeat purchases", "actual"])
    let actual = Cell.count(Double(check.actual))
    table.append(
      [.text("given each history"), actual] + forecasts.map { .count($0.forecast.conditional) })
    table.append(
      [.text("by age alone"), actual] + forecasts.map { .count($0.forecast.unconditional) })
    return table
  }

  /// Repeat purchases per customer.
  var byFrequency: Table {
    var table = table(["before", "customers", "actual"])
    for (index, group) in check.groups.enumerated() where group.customers > 0 {
      let customers = Double(group.customers)
      table.append(
        [
          .text(group.isOpenEnded ? "\(group.repeats) or more" : "\(group.repeats)"),
          .count(customers), .figure(Double(group.actual) / customers, decimals: 2),
        ] + forecasts.map { .figure($0.forecast.byFrequency[index] / customers, decimals: 2) })
    }
    return table
  }

  /// The first weeks, given each history.
  var byWeek: Table {
    var table = table(["week from", "actual"])
    for week in check.actualByWeek.indices.prefix(Self.weeksShown) {
      let first = check.start + 7 * week
      let days = min(7, check.days - 7 * week)
      table.append(
        [
          .text(days < 7 ? "\(first.iso), \(Readable.counted(days, "day"))" : first.iso),
          .count(Double(check.actualByWeek[week])),
        ] + forecasts.map { .count($0.forecast.byWeek[week]) })
    }
    return table
  }

  /// All weeks by their number, given each history.
  var everyWeek: Table {
    var table = table(["week", "from", "days", "actual"])
    for week in check.actualByWeek.indices {
      table.append(
        [
          .count(Double(week + 1)), .date(check.start + 7 * week),
          .count(Double(min(7, check.days - 7 * week))),
          .count(Double(check.actualByWeek[week])),
        ] + forecasts.map { .figure($0.forecast.byWeek[week], decimals: 2) })
    }
    return table
  }

  /// What is said of the weeks the table leaves out; `nil` where it has them all.
  var furtherWeeks: String? {
    let further = check.actualByWeek.count - Self.weeksShown
    guard further > 0 else { return nil }
    return further == 1
      ? "The last week is in --json." : "The other \(further) weeks are in --json."
  }

  private func table(_ columns: [String]) -> Table {
    Table(currency, columns: (columns + forecasts.map(\.law.name)).map { Column($0) })
  }
}

extension HoldoutCheck {
  /// Of the laws that were fitted.
  var forecasts: [(law: PurchaseLaw, forecast: HoldoutForecast)] {
    PurchaseLaw.allCases.compactMap { law in forecast(by: law).map { (law, $0) } }
  }
}
