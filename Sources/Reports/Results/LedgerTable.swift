import Market
import Planning

extension RunResult {
  /// A row for every account, plan and month: means over replications, costs negative.
  ///
  /// Accounts in which no plan has an entry are left out. A plan's rows add up to its contribution.
  public var ledgerTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("account"), Column("plan"), Column("month"), Column("amount", .money, currency),
      ])
    let plans = comparison.summary.plans
    let months = comparison.summary.timeline.monthOfDay
    for account in Account.allCases
    where plans.contains(where: { $0.ledger.hasEntries(in: account) }) {
      for (result, plan) in zip(comparison.plans, plans) {
        for (month, name) in comparison.summary.timeline.months.enumerated() {
          guard let first = months.firstIndex(of: month), let last = months.lastIndex(of: month)
          else { continue }
          let amount = plan.ledger.total(account, days: first..<(last + 1))
          table.append([
            .text(account.title), .text(result.plan.name), .text(name),
            .money(Double(amount) * perReplication),
          ])
        }
      }
    }
    return table
  }
}

extension Ledger {
  fileprivate func hasEntries(in account: Account) -> Bool {
    (0..<days).contains { total(account, days: $0..<($0 + 1)) != 0 }
  }
}
