import Documents
import Market
import Planning
public import Takeaways

extension RunResult {
  /// A row for every replication and plan with all totals: twins stand side by side under one number, so that paired
  /// tests can be made anew.
  public var replicationsTable: Table {
    let totals = Measure.all.compactMap { measure -> (Measure, [Figure])? in
      guard case .total(let figures) = measure.definition else { return nil }
      return (measure, figures)
    }
    let design = comparison.summary.design
    let perDraw = design.replicationsPerDraw
    var table = Table(
      currency,
      columns: [Column("replication")] + (perDraw == nil ? [] : [Column("draw")])
        + [Column("plan")] + totals.map { Column($0.0.title, $0.0.unit, currency) })
    let reader = comparison.reader
    let values = comparison.summary.plans.map { plan in
      totals.map { reader.totals($0.1, plan.figures) }
    }
    for replication in 0..<comparison.summary.replications {
      for (plan, own) in zip(scenario.plans, values) {
        var row: [Cell] = [.count(Double(replication + 1))]
        if let perDraw { row.append(.count(Double(replication / perDraw + 1))) }
        row.append(.text(plan.name))
        table.append(row + zip(totals, own).map { Cell($1[replication], $0.0.unit) })
      }
    }
    return table
  }
}
