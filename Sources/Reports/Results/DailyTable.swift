import Documents
import Market
import Planning
public import Takeaways

extension RunResult {
  /// A row for every plan and day: means over replications, and where cash lies in 95 of 100 markets.
  public var dailyTable: Table {
    let decimals = statement.money.decimals + Step.furtherDecimals
    func money(_ title: String) -> Column {
      Column(title, .money, currency, decimals: decimals)
    }
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("day"), Column("date"),
        Column("contacts", decimals: statement.contacts.decimals + Step.furtherDecimals),
      ] + ["spend", "revenue", "contribution"].map(money)
        + dailyEvents.map {
          Column(
            $0.title, decimals: statement.decimals([$0.figure]) + Step.furtherDecimals)
        } + [Column("quality")]
        + ["cumulative contribution", "cumulative contribution against the baseline"].flatMap {
          title in ["", " low", " high"].map { money(title + $0) }
        })
    let plans = comparison.summary.plans
    let accounts = plans.indices.map { accountsByDay($0) }
    let cash = accounts.map { running($0.contribution) }
    for (place, plan) in plans.enumerated() {
      let events = dailyEvents.map { event in
        statement.parts(
          (0..<scenario.horizon).map { Double(plan.events.total(event, days: $0..<($0 + 1))) },
          of: [event.figure], plan: place)
      }
      let contacts = plan.contacts.map { statement.contacts($0).byDay }
      let (own, extra) = (CashBands(plan, reader), CashBands(plan, from: plans[0], reader))
      for day in 0..<scenario.horizon {
        var row: [Cell] = [
          .text(scenario.plans[place].name), .count(Double(day + 1)),
          .date(comparison.summary.timeline.start + day),
          .count(contacts.reduce(0) { $0 + $1[day] }),
        ]
        row += [accounts[place].spend, accounts[place].revenue, accounts[place].contribution]
          .map { .money($0[day]) }
        row += events.map { .count($0[day]) }
        row.append(.ratio(plan.quality[day] / Double(max(1, comparison.summary.replications))))
        row += own.cells(day, cash[place][day])
        row +=
          place == 0
          ? [.empty, .empty, .empty]
          : extra.cells(day, cash[place][day] - cash[0][day])
        table.append(row)
      }
    }
    return table
  }

  private var reader: MeasureReader { comparison.reader }

  private func running(_ days: [Double]) -> [Double] {
    var sum = 0.0
    return days.map { day in
      sum += day
      return sum
    }
  }

  /// Parts of a plan's accounts that add up to them.
  private func accountsByDay(_ place: Int) -> (
    spend: [Double], revenue: [Double], contribution: [Double]
  ) {
    let ledger = comparison.summary.plans[place].ledger
    let accounts = Account.allCases.map {
      (account: $0, days: statement.parts(ledger.byDay($0), of: $0, plan: place))
    }
    func sum(_ isShown: (Account) -> Bool) -> [Double] {
      accounts.filter { isShown($0.account) }.reduce(Array(repeating: 0, count: scenario.horizon)) {
        zip($0, $1.days).map { $0 + $1 }
      }
    }
    let spend = sum { $0.figure.map { Measure.spending.contains($0) } ?? false }
    return (spend.map { -$0 }, sum { $0.figure == .revenue }, sum { _ in true })
  }
}

/// What is counted day by day.
private let dailyEvents: [JourneyEvent] = [
  .aware, .trial, .firstOrder, .repeatOrder, .redemption, .feedback,
]
