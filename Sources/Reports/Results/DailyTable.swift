import Documents
import Market
import Planning
public import Takeaways

extension RunResult {
  /// A row for every plan and day: means over replications, and where cash lies in 95 of 100 markets.
  public var dailyTable: Table {
    let decimals = books.money.decimals
    func money(_ title: String) -> Column {
      Column(title, .money, currency, decimals: decimals)
    }
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("day"), Column("date"),
        Column("contacts", decimals: books.contacts.decimals),
      ] + ["spend", "revenue", "contribution"].map(money)
        + dailyEvents.map {
          Column($0.title, decimals: books.decimals([$0.figure]))
        } + [Column("quality")]
        + ["cumulative contribution", "cumulative contribution against the baseline"].flatMap {
          title in ["", " low", " high"].map { money(title + $0) }
        })
    let plans = comparison.summary.plans
    let accounts = plans.indices.map { accountsByDay($0) }
    let cash = accounts.map { running($0.contribution) }
    for (place, plan) in plans.enumerated() {
      let events = dailyEvents.map { event in
        books.series(
          (0..<scenario.horizon).map { Double(plan.events.total(event, days: $0..<($0 + 1))) },
          of: [event.figure], plan: place)
      }
      let contacts = plan.contacts.map { books.contacts($0).byDay }
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

  /// A plan's money by day, each adding up to its total.
  private func accountsByDay(_ place: Int) -> (
    spend: [Double], revenue: [Double], contribution: [Double]
  ) {
    let ledger = comparison.summary.plans[place].ledger
    func days(_ figures: [Figure]) -> [Double] {
      let accounts =
        figures == [.contribution]
        ? Account.allCases
        : Account.allCases.filter { account in account.figure.map(figures.contains) ?? false }
      let sums = accounts.map(ledger.byDay).reduce(Array(repeating: 0, count: scenario.horizon)) {
        zip($0, $1).map { $0 + $1 }
      }
      let sign = figures == Measure.spending ? -1.0 : 1
      return books.series(sums.map { sign * Double($0) }, of: figures, plan: place)
    }
    return (days(Measure.spending), days([.revenue]), days([.contribution]))
  }
}

/// What is counted day by day.
private let dailyEvents: [JourneyEvent] = [
  .aware, .trial, .firstOrder, .repeatOrder, .redemption, .feedback,
]
