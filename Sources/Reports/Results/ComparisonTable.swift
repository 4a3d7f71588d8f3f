import Experiments
import Market
import Planning
import Statistics

extension RunResult {
  /// A row for every plan and figure in which it is compared with the baseline, twin by twin.
  ///
  /// The objective comes first, corrected by control variates; then the differences of all other totals,
  /// the ratios of differences, and the parts the difference in profit is made of.
  public var comparisonTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("compared with"), Column("figure"), Column("kind"), Column("unit"),
        Column("value"), Column("low"), Column("high"), Column("computed from"),
        Column("computed to"), Column("chance higher", .share, currency),
        Column("chance higher from", .share, currency),
        Column("chance higher to", .share, currency), Column("all plans at once from"),
        Column("all plans at once to"), Column("saving by twins", unit: "times"),
        Column("saving by twins and control variates", unit: "times"), Column("not computed"),
        Column("p-value (paired t over twin markets)"),
        Column("p-value (Welch, were markets independent)"),
      ])
    guard let baseline = comparison.plans.first?.plan.name else { return table }
    for plan in comparison.plans {
      guard let difference = plan.difference else { continue }
      let names: [Cell] = [.text(plan.plan.name), .text(baseline)]
      for row in ComparisonRow.all(difference, scenario.objective) {
        table.append(names + row.cells(currency))
      }
    }
    return table
  }
}

/// One figure of a plan against the baseline.
private struct ComparisonRow {
  let figure: String
  let kind: String
  let unit: Measure.Unit
  let estimate: Estimated
  var difference: Difference?
  var simultaneous: Interval?
  var saving: Saving?

  static func all(_ plan: PlanDifference, _ objective: Objective) -> [ComparisonRow] {
    let aim = objective.measure
    let first = ComparisonRow(
      figure: aim.title, kind: "objective", unit: aim.unit,
      estimate: .estimate(plan.objective.estimate), difference: plan.objective,
      simultaneous: plan.simultaneous, saving: plan.saving)
    let others = plan.measures.filter { $0.measure.key != aim.key }.map { measure, difference in
      ComparisonRow(
        figure: measure.title, kind: "difference", unit: measure.unit,
        estimate: .estimate(difference.estimate), difference: difference)
    }
    let ratios = [
      ComparisonRow(
        figure: "ROI, difference in profit per difference in spend", kind: "ratio", unit: .ratio,
        estimate: plan.returnOnSpend),
      ComparisonRow(
        figure: "reward cost per incremental order", kind: "ratio", unit: .money,
        estimate: plan.costPerIncrementalOrder),
    ]
    let reasons = plan.reasons.map { reason in
      ComparisonRow(
        figure: reason.part.rawValue, kind: "part of the difference in profit", unit: .money,
        estimate: .estimate(Estimate(value: reason.amount, precision: nil, spread: nil)))
    }
    return [first] + others + ratios + reasons
  }

  func cells(_ currency: Currency) -> [Cell] {
    [.text(figure), .text(kind), .text(unit.word(currency) ?? unit.rawValue)]
      + EstimateColumns.cells(estimate, unit)
      + [
        Cell(difference?.chanceHigher, .share), Cell(difference?.chanceInterval?.low, .share),
        Cell(difference?.chanceInterval?.high, .share), Cell(simultaneous?.low, unit),
        Cell(simultaneous?.high, unit), Cell(saving?.twins, .ratio), Cell(saving?.both, .ratio),
        estimate.reason.map { .text($0) } ?? .empty,
        Cell(pValue: difference?.twinTest?.pValue()),
        Cell(pValue: difference?.independentTest?.pValue()),
      ]
  }
}
