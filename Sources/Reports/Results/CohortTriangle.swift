import Documents
import Market
import Planning
import Takeaways

/// Retention by month of acquisition and age, plan by plan.
struct CohortTriangle {
  struct Row {
    let month: String
    let customers: Double
    /// By age in months; only ages that all customers of the month have reached.
    let retention: [Double]
  }

  /// Customers of a month below which what some of them do tells nothing of a market.
  static let fewest = 30.0

  /// By plan.
  let plans: [[Row]]
  private let names: [String]
  private let currency: Currency

  init(_ result: RunResult) {
    let timeline = result.comparison.summary.timeline
    currency = result.currency
    names = result.scenario.plans.map(\.name)
    plans = result.comparison.summary.plans.map { plan in
      timeline.months.indices.compactMap { month in
        let size = Double(plan.cohorts.size(month: month))
        guard size * result.perReplication >= Self.fewest else { return nil }
        let seen = (0..<plan.cohorts.ages).prefix {
          result.observation(month: month, age: $0) == "all"
        }
        guard !seen.isEmpty else { return nil }
        return Row(
          month: timeline.months[month], customers: size * result.perReplication,
          retention: seen.map { Double(plan.cohorts.active(month: month, age: $0)) / size })
      }
    }
  }

  /// The most ages of a month.
  var ages: Int { plans.joined().map(\.retention.count).max() ?? 0 }
  var isEmpty: Bool { ages < 2 }

  /// A row a plan and month, a column an age.
  var table: Table {
    var table = Table(
      currency,
      columns: [Column("plan"), Column("month of acquisition"), Column("customers")]
        + (0..<ages).map { Column("\($0)", unit: nil) })
    for (name, rows) in zip(names, plans) {
      for row in rows {
        let cells = (0..<ages).map { age -> Cell in
          age < row.retention.count ? .share(row.retention[age]) : .empty
        }
        table.append([.text(name), .text(row.month), .count(row.customers)] + cells)
      }
    }
    return table
  }
}
