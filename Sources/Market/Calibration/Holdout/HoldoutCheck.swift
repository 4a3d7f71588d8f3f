public import Documents
internal import Statistics

/// What a model expected of the time after the end of observation.
public struct HoldoutForecast: Sendable, Equatable {
  /// Given each customer's history.
  public let conditional: Double
  /// Of customers as new ones, by age alone.
  public let unconditional: Double
  /// The conditional forecast week by week.
  public let byWeek: [Double]
  /// The conditional forecast by number of repeat purchases before, as in the check's groups.
  public let byFrequency: [Double]
}

/// Expected against actual repeat purchases after the end of observation.
public struct HoldoutCheck: Sendable, Equatable {
  /// Customers with one number of repeat purchases before the end of observation, or that and more.
  public struct Group: Sendable, Equatable {
    public let repeats: Int
    public let isOpenEnded: Bool
    public let customers: Int
    public let actual: Int
  }

  public let start: CalendarDate
  public let days: Int
  public let actual: Int
  public let actualByWeek: [Int]
  public let groups: [Group]
  private let forecasts: [PurchaseLaw: HoldoutForecast]

  /// The first group that also holds everybody with more repeat purchases.
  static let lastGroup = 7

  init(
    _ holdout: HoldoutPurchases, histories: [CustomerHistory], table: HistoryTable,
    models: [PurchaseLaw: any PurchaseModel]
  ) {
    start = holdout.start
    days = holdout.days
    actual = holdout.total
    actualByWeek = holdout.byWeek
    var customers = [Int](repeating: 0, count: Self.lastGroup + 1)
    var purchases = customers
    for (history, count) in zip(histories, holdout.byCustomer) {
      let group = min(history.repeats, Self.lastGroup)
      customers[group] += 1
      purchases[group] += count
    }
    groups = customers.indices.map {
      Group(
        repeats: $0, isOpenEnded: $0 == Self.lastGroup, customers: customers[$0],
        actual: purchases[$0])
    }
    let days = Double(days)
    forecasts = models.mapValues { Self.forecast($0, table, days: days) }
  }

  /// What one of the laws expected; `nil` where it was not fitted.
  public func forecast(by law: PurchaseLaw) -> HoldoutForecast? { forecasts[law] }

  private static func forecast(
    _ model: some PurchaseModel, _ table: HistoryTable, days: Double
  ) -> HoldoutForecast {
    let forecast = Forecast(model, table)
    let alive = forecast.alive()
    var byWeek: [Double] = []
    var before = 0.0
    var rows: [Double] = []
    for end in stride(from: 7, to: days + 7, by: 7) {
      rows = forecast.expected(within: min(end, days) / table.unit.days, alive: alive)
      let total = forecast.total(rows)
      byWeek.append(total - before)
      before = total
    }
    var byFrequency = [Double](repeating: 0, count: lastGroup + 1)
    for group in table.groups {
      for row in group.rows {
        byFrequency[min(group.repeats, lastGroup)] += rows[row] * table.weight[row]
      }
    }
    return HoldoutForecast(
      conditional: before, unconditional: forecast.unconditional(within: days / table.unit.days),
      byWeek: byWeek, byFrequency: byFrequency)
  }
}
