import Market
import Planning

extension RunResult {
  /// A row for every plan, month of acquisition and age in months of 30 days: means over replications.
  ///
  /// Ages nobody of a cohort reaches within the horizon are left out; those only some reach are marked,
  /// because their retention counts customers who could not be seen for so long.
  public var cohortsTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("month of acquisition"), Column("age", unit: "months of 30 days"),
        Column("observed"), Column("customers"), Column("active"),
        Column("retention", .share, currency), Column("contribution", .money, currency),
        Column("cumulative contribution", .money, currency),
        Column("cumulative contribution per customer", .money, currency),
      ])
    let timeline = comparison.summary.timeline
    for (result, plan) in zip(comparison.plans, comparison.summary.plans) {
      for month in timeline.months.indices where plan.cohorts.size(month: month) > 0 {
        let size = Double(plan.cohorts.size(month: month)) * perReplication
        var together = 0.0
        for age in 0..<plan.cohorts.ages {
          guard let observed = observation(month: month, age: age) else { break }
          let active = Double(plan.cohorts.active(month: month, age: age)) * perReplication
          let paid = Double(plan.cohorts.contribution(month: month, age: age)) * perReplication
          together += paid
          table.append([
            .text(result.plan.name), .text(timeline.months[month]), .count(Double(age)),
            .text(observed), .count(size), .count(active), .share(active / size), .money(paid),
            .money(together), .money(together / size),
          ])
        }
      }
    }
    return table
  }

  /// Whether all or some customers of a month are seen for the whole of an age; `nil` where none is seen.
  private func observation(month: Int, age: Int) -> String? {
    let days = comparison.summary.timeline.monthOfDay
    guard let first = days.firstIndex(of: month), let last = days.lastIndex(of: month) else {
      return nil
    }
    let begins = age * CohortSums.daysPerMonth
    guard first + begins < scenario.horizon else { return nil }
    return last + begins + CohortSums.daysPerMonth <= scenario.horizon ? "all" : "some"
  }
}
