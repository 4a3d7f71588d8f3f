import Market
import Planning
public import Takeaways

extension RunResult {
  /// A row for every plan, month of acquisition and age in months of 30 days: means over replications.
  ///
  /// Ages nobody of a cohort reaches within the horizon are left out; those only some reach are marked,
  /// because their retention counts customers who could not be seen for so long.
  public var cohortsTable: Table {
    func decimals(_ figures: [Figure]) -> Int {
      books.decimals(figures)
    }
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("month of acquisition"), Column("age", unit: "months of 30 days"),
        Column("observed"), Column("customers", decimals: decimals([.acquired])),
        Column("active", decimals: decimals([.acquired])),
        Column("retention", .share, currency),
        Column("contribution", .money, currency, decimals: decimals([.contribution])),
        Column("cumulative contribution", .money, currency, decimals: decimals([.contribution])),
        Column("cumulative contribution per customer", .money, currency),
      ] + EstimateColumns.columns("CLV of the cohort", .money, currency))
    let timeline = comparison.summary.timeline
    for (place, plan) in comparison.summary.plans.enumerated() {
      let sizes = books.series(
        timeline.months.indices.map { Double(plan.cohorts.size(month: $0)) }, of: [.acquired],
        plan: place)
      for month in timeline.months.indices where plan.cohorts.size(month: month) > 0 {
        let size = Double(plan.cohorts.size(month: month))
        let worth = customerValue(plan, month: month)
        var together = 0.0
        let paid = books.series(
          (0..<plan.cohorts.ages).map { Double(plan.cohorts.contribution(month: month, age: $0)) })
        for age in 0..<plan.cohorts.ages {
          guard let observed = observation(month: month, age: age) else { break }
          let retention = Double(plan.cohorts.active(month: month, age: age)) / size
          together += paid[age]
          table.append(
            [
              .text(scenario.plans[place].name), .text(timeline.months[month]),
              .count(Double(age)), .text(observed), .count(sizes[month]),
              .count(sizes[month] * retention), .share(retention), .money(paid[age]),
              .money(together), .money(together / (size * perReplication)),
            ] + worth)
        }
      }
    }
    return table
  }

  /// What a customer acquired in a month is worth.
  private func customerValue(_ plan: PlanSummary, month: Int) -> [Cell] {
    guard let measure = Measure.named("CLV"),
      let slice = plan.figures.first?.slices.firstIndex(of: .month(month))
    else { return [] }
    return EstimateColumns.cells(
      comparison.reader.read(measure, plan.figures, slice: slice), measure.unit)
  }

  /// Whether all or some customers of a month are seen for the whole of an age; `nil` where none is seen.
  func observation(month: Int, age: Int) -> String? {
    let days = comparison.summary.timeline.monthOfDay
    guard let first = days.firstIndex(of: month), let last = days.lastIndex(of: month) else {
      return nil
    }
    let begins = age * CohortSums.daysPerMonth
    guard first + begins < scenario.horizon else { return nil }
    return last + begins + CohortSums.daysPerMonth <= scenario.horizon ? "all" : "some"
  }
}
