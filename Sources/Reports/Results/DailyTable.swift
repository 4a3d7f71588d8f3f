import Market
import Planning

extension RunResult {
  /// A row for every plan and day: means over replications.
  public var dailyTable: Table {
    let money = ["spend", "revenue", "contribution"].map { Column($0, .money, currency) }
    var table = Table(
      currency,
      columns: [Column("plan"), Column("day"), Column("date"), Column("contacts")] + money
        + dailyEvents.map { Column($0.title) } + [Column("quality")])
    let summary = comparison.summary
    for (result, plan) in zip(comparison.plans, summary.plans) {
      for day in 0..<scenario.horizon {
        let contacts = plan.contacts.reduce(0) { $0 + $1[day] }
        let amounts = [
          -plan.ledger.spending(on: day), plan.ledger.total(.revenue, days: day..<(day + 1)),
          plan.ledger.net(days: day..<(day + 1)),
        ]
        var row: [Cell] = [
          .text(result.plan.name), .count(Double(day + 1)), .date(summary.timeline.start + day),
          .count(contacts * perReplication),
        ]
        row += amounts.map { .money(Double($0) * perReplication) }
        row += dailyEvents.map { event in
          .count(Double(plan.events.total(event, days: day..<(day + 1))) * perReplication)
        }
        row.append(.ratio(plan.quality[day] / Double(max(1, summary.replications))))
        table.append(row)
      }
    }
    return table
  }
}

/// What is counted day by day.
private let dailyEvents: [JourneyEvent] = [
  .aware, .trial, .firstOrder, .repeatOrder, .redemption, .feedback,
]

extension Ledger {
  /// The accounts of `Measure.spending`, costs negative.
  fileprivate func spending(on day: Int) -> Int64 {
    let accounts: [Account] = [.acquisition, .firstOrderReward, .reward, .messaging, .product]
    return accounts.reduce(0) { $0 + total($1, days: day..<(day + 1)) }
  }
}
