import Market

/// The holdout check as tables: in all, by week, by number of earlier repeat purchases.
struct HoldoutReport {
  private let check: HoldoutCheck
  private let forecasts: [(name: String, forecast: HoldoutForecast)]

  init(_ check: HoldoutCheck) {
    self.check = check
    forecasts = [("BG/NBD", check.bgnbd), ("Pareto/NBD", check.paretoNBD)].compactMap {
      name, value in
      value.map { (name, $0) }
    }
  }

  var text: String {
    let names = forecasts.map(\.name)
    let all = TextTable(
      header: ["repeat purchases", "actual"] + names, leading: 1,
      rows: [
        ["given each history", check.actual.grouped]
          + forecasts.map { $0.forecast.conditional.grouped },
        ["by age alone", check.actual.grouped]
          + forecasts.map { $0.forecast.unconditional.grouped },
      ])
    return """
      Holdout check: \(check.days) days from \(check.start.iso), expected against actual repeat purchases
      \(all.text)

      By repeat purchases before, per customer
      \(byFrequency(names).text)

      By week, given each history
      \(byWeek(names).text)
      """
  }

  private func byFrequency(_ names: [String]) -> TextTable {
    let rows = check.groups.indices.filter { check.groups[$0].customers > 0 }.map { index in
      let group = check.groups[index]
      let customers = Double(group.customers)
      return [
        group.isOpenEnded ? "\(group.repeats) or more" : "\(group.repeats)",
        group.customers.grouped,
        (Double(group.actual) / customers).fixed(2),
      ] + forecasts.map { ($0.forecast.byFrequency[index] / customers).fixed(2) }
    }
    return TextTable(header: ["before", "customers", "actual"] + names, leading: 1, rows: rows)
  }

  private func byWeek(_ names: [String]) -> TextTable {
    let rows = check.actualByWeek.indices.map { week in
      let first = check.start + 7 * week
      let days = min(7, check.days - 7 * week)
      return [
        days < 7 ? "\(first.iso), \(days) days" : first.iso, check.actualByWeek[week].grouped,
      ]
        + forecasts.map { $0.forecast.byWeek[week].fixed(1) }
    }
    return TextTable(header: ["week from", "actual"] + names, leading: 1, rows: rows)
  }
}
