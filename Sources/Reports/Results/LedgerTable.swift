import Market
import Planning
public import Takeaways

extension RunResult {
  /// A row for every account, plan and month: means over replications, costs negative.
  ///
  /// Accounts in which no plan has an entry are left out. A plan's rows within the horizon add up to its
  /// contribution, and with the value afterwards to its profit.
  public var ledgerTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("account"), Column("plan"), Column("part of profit"), Column("month"),
        Column("amount", .money, currency, decimals: books.money.decimals),
      ])
    let plans = comparison.summary.plans
    for account in Account.allCases
    where plans.contains(where: { $0.ledger.hasEntries(in: account) }) {
      for place in plans.indices {
        let days = books.series(plans[place].ledger.byDay(account), of: account, plan: place)
        for (month, amount) in byMonth(days).enumerated() {
          table.append([
            .text(account.title), .text(scenario.plans[place].name), .text("within the horizon"),
            .text(comparison.summary.timeline.months[month]), .money(amount),
          ])
        }
      }
    }
    for place in plans.indices {
      table.append([
        .text("value afterwards"), .text(scenario.plans[place].name), .text("afterwards"), .empty,
        .money(books.total([.afterwards], plan: place)),
      ])
    }
    return table
  }

  private func byMonth(_ days: [Double]) -> [Double] {
    let timeline = comparison.summary.timeline
    return days.indices.reduce(into: Array(repeating: 0, count: timeline.months.count)) {
      $0[timeline.monthOfDay[$1]] += days[$1]
    }
  }
}

extension Ledger {
  fileprivate func hasEntries(in account: Account) -> Bool {
    byDay(account).contains { $0 != 0 }
  }

  /// What an account has on each day.
  func byDay(_ account: Account) -> [Int64] {
    (0..<days).map { total(account, days: $0..<($0 + 1)) }
  }
}
