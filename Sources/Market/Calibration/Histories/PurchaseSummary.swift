public import Documents

/// A purchase log, summarised customer by customer.
public struct PurchaseSummary: Sendable {
  /// Orders of one kind, and what those brought whose amounts are known, in minor units.
  public struct Orders: Sendable, Equatable {
    public var count = 0
    /// Of them, those whose amount is known.
    public var priced = 0
    public var total = 0.0

    /// nil where there are none.
    public var mean: Double? { priced > 0 ? total / Double(priced) : nil }
  }

  /// The last day that counts for the histories.
  public let observationEnd: CalendarDate
  public private(set) var firstDay: CalendarDate
  public private(set) var lastDay: CalendarDate
  /// Everybody who bought by the end of observation, in the order of first appearance in the log.
  public private(set) var histories: [CustomerHistory] = []
  /// Customers' first purchases, each of which is all they bought on their first day.
  public private(set) var firstOrders = Orders()
  /// Purchases on later days, up to the end of observation.
  public private(set) var repeatOrders = Orders()
  /// What followed the end of observation; nil where the log has no later day.
  public private(set) var holdout: HoldoutPurchases?
  /// Customers who first bought after the end of observation, who are left out.
  public private(set) var newcomers = 0
  /// Rows that were added to another purchase of the same customer on the same day.
  public private(set) var mergedRows = 0
  /// Rows, among the merged ones, that repeat another row in every field.
  public private(set) var duplicateRows = 0
  /// Repeat purchases up to the end of observation, by day since the first.
  public private(set) var repeatsByDay: [Int] = []
  /// How regular customers' gaps between purchases are.
  public private(set) var regularity = Regularity()
  let log: PurchaseLog
  private var logIndices: [Int] = []

  /// Summarises a log; nil where it has no customer by the end of observation.
  public init?(_ log: PurchaseLog) {
    guard let logDays = log.days else { return nil }
    self.log = log
    firstDay = logDays.lowerBound
    lastDay = logDays.upperBound
    observationEnd = log.until ?? lastDay
    let end = observationEnd.dayNumber
    let start = firstDay.dayNumber
    repeatsByDay = [Int](repeating: 0, count: max(0, end - start + 1))
    var holdout =
      lastDay > observationEnd ? HoldoutPurchases(after: observationEnd, to: lastDay) : nil
    log.forEachCustomer { index, rows, firstSpend, spend in
      count(rows)
      let days = Self.distinctDays(rows)
      guard let firstDay = days.first, firstDay <= end else {
        newcomers += 1
        return
      }
      let observed = days.prefix { $0 <= end }
      let repeats = observed.count - 1
      for day in observed.dropFirst() { repeatsByDay[day - start] += 1 }
      if repeats >= 2 { regularity.add(observed[1] - observed[0], observed[2] - observed[1]) }
      let priced = Self.pricedDays(rows, among: observed)
      let pricedRepeats = priced.count { $0 > firstDay }
      histories.append(
        CustomerHistory(
          repeats: repeats, recency: (observed.last ?? firstDay) - firstDay, age: end - firstDay,
          repeatSpend: spend - firstSpend, pricedRepeats: pricedRepeats))
      logIndices.append(index)
      firstOrders.count += 1
      firstOrders.priced += priced.count - pricedRepeats
      firstOrders.total += Double(firstSpend)
      repeatOrders.count += repeats
      repeatOrders.priced += pricedRepeats
      repeatOrders.total += Double(spend - firstSpend)
      holdout?.append(days.dropFirst(observed.count))
    }
    guard !histories.isEmpty else { return nil }
    self.holdout = holdout
  }

  /// The end of observation as asked for; nil where it is the last day of the log.
  public var until: CalendarDate? { log.until }

  /// The customer of a history, as written in the log.
  public func customerName(at index: Int) -> String { log.name(of: logIndices[index]) }

  private mutating func count(_ rows: [PurchaseLog.Occasion]) {
    for (row, next) in zip(rows, rows.dropFirst()) where row.day == next.day {
      mergedRows += 1
      if row == next { duplicateRows += 1 }
    }
  }

  /// The days on which at least one row has an amount.
  private static func pricedDays(
    _ rows: [PurchaseLog.Occasion], among observed: ArraySlice<Int>
  ) -> [Int] {
    // Most logs have an amount in every row.
    if rows.allSatisfy(\.isPriced) { return Array(observed) }
    let priced = Set(rows.lazy.filter(\.isPriced).map { Int($0.day) })
    return observed.filter(priced.contains)
  }

  /// The days of rows in order, each once.
  static func distinctDays(_ rows: [PurchaseLog.Occasion]) -> [Int] {
    var days: [Int] = []
    for row in rows where Int(row.day) != days.last { days.append(Int(row.day)) }
    return days
  }
}
