import Charts
import Market
import Planning
import Takeaways

extension RunResult {
  /// Who orders again month by month, under the baseline, under a plan, and the difference; nil where too few months
  /// or customers were seen, or customers order too seldom for months to tell who stays.
  func cohortMap(_ plan: Standing) -> HeatMap? {
    let triangle = CohortTriangle(self)
    guard isOrderedMonthly, !triangle.isEmpty, plan.place > 0 else { return nil }
    let (own, baseline) = (triangle.plans[plan.place], triangle.plans[0])
    func block(_ name: String, _ rows: [CohortTriangle.Row]) -> HeatMap.Block {
      HeatMap.Block(
        name: name, rows: rows.map { HeatMap.Row(name: $0.month, values: $0.retention) })
    }
    var differences: [HeatMap.Row] = []
    for row in own {
      guard let twin = baseline.first(where: { $0.month == row.month }) else { continue }
      differences.append(
        HeatMap.Row(
          name: row.month, values: zip(row.retention, twin.retention).map { $0 - $1 }))
    }
    let second = own.filter { $0.retention.count > 1 }
    let people = second.reduce(0) { $0 + $1.customers }
    let again = second.reduce(0) { $0 + $1.customers * $1.retention[1] }
    guard people > 0 else { return nil }
    return HeatMap(
      title: "Customers who order in a month, by the month they came in and their age",
      sentence: "Under \(quoted(plan.plan)) \(Readable.share(again / people, decimals: 0)) of new"
        + " customers order in their second 30 days.",
      blocks: [
        block("\(quoted(scenario.plans[0].name)), per cent of the month's customers", baseline),
        block("\(quoted(plan.plan)), per cent", own),
        HeatMap.Block(
          name: "\(quoted(plan.plan)) less the baseline, percentage points", rows: differences,
          isDifference: true),
      ],
      axis: "Across: age in months of 30 days. Only ages that all customers of a month have reached"
        + " within the horizon; months of at least \(Int(CohortTriangle.fewest)) customers; both plans on"
        + " one scale.")
  }

  /// Whether customers of some segment order more often than every second month on average: who buys by the term or
  /// the year stays without ordering in most months.
  private var isOrderedMonthly: Bool {
    scenario.market.segments.contains { segment in
      segment.hunters == nil && segment.purchases.shape / segment.purchases.rate * 60 > 1
    }
  }
}
