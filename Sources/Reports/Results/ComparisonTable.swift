import Documents
import Experiments
import Market
import Planning
import Statistics
public import Takeaways

extension RunResult {
  /// A row for every plan and figure in which it is compared with the baseline, twin by twin.
  ///
  /// The objective comes first; then the differences of all other totals, the ratios of differences, and the
  /// parts the difference in profit is made of.
  public var comparisonTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("compared with"), Column("figure"), Column("kind"), Column("unit"),
        Column("value"), Column("low"), Column("high"), Column("computed from"),
        Column("computed to"), Column("chance higher", .share, currency),
        Column("all plans at once from"),
        Column("all plans at once to"), Column("saving by twins", unit: "times"),
        Column("not computed"),
        Column("p-value (paired t over twin markets)"),
        Column("p-value (Welch, were markets independent)"),
      ])
    guard let baseline = comparison.plans.first?.plan.name else { return table }
    for (place, plan) in comparison.plans.enumerated() {
      guard let difference = plan.difference else { continue }
      let names: [Cell] = [.text(plan.plan.name), .text(baseline)]
      for row in rows(difference, place) { table.append(names + row.cells(currency)) }
    }
    return table
  }

  private func rows(_ plan: PlanDifference, _ place: Int) -> [ComparisonRow] {
    let aim = scenario.objective.measure
    func row(_ measure: Measure, _ kind: String, _ difference: Difference) -> ComparisonRow {
      ComparisonRow(
        figure: measure.title, kind: kind, unit: measure.unit,
        decimals: decimals(measure, in: books),
        estimate: .estimate(printed(difference, measure, plan: place, in: books)),
        difference: difference)
    }
    var first = row(aim, "objective", plan.objective)
    first.simultaneous = plan.simultaneous.map { simultaneous in
      first.estimate.estimate.map { simultaneous.reaching($0.value) } ?? simultaneous
    }
    first.saving = plan.saving
    func ratio(_ figure: String, _ unit: Measure.Unit, _ ratio: ExtraRatio) -> ComparisonRow {
      ComparisonRow(figure: figure, kind: "ratio", unit: unit, estimate: ratio.estimated)
    }
    let others = plan.measures.filter { $0.measure.key != aim.key }.map {
      row($0.measure, "difference", $0.difference)
    }
    let ratios = [
      ratio("cost per extra customer", .money, plan.costPerExtraCustomer),
      ratio("extra value per extra cost", .ratio, plan.valuePerExtraCost),
      ratio("ROI", .ratio, plan.returnOnSpend),
      ratio("extra order cost", .money, plan.costPerIncrementalOrder),
    ]
    let reasons = reasons(plan: place, in: books).map { reason in
      ComparisonRow(
        figure: reason.part.rawValue, kind: "part of the difference in profit", unit: .money,
        decimals: books.money.decimals,
        estimate: .estimate(Estimate(value: reason.amount, precision: nil, prediction: nil)))
    }
    return [first] + others + ratios + reasons
  }
}

/// One figure of a plan against the baseline.
private struct ComparisonRow {
  let figure: String
  let kind: String
  let unit: Measure.Unit
  /// As printed; `nil` as the unit has them.
  var decimals: Int?
  let estimate: Estimated
  var difference: Difference?
  var simultaneous: Interval?
  var saving: Saving?

  func cells(_ currency: Currency) -> [Cell] {
    [.text(figure), .text(kind), .text(unit.word(currency) ?? unit.rawValue)]
      + EstimateColumns.cells(estimate, unit, currency, decimals: decimals)
      + [
        Cell(difference?.chanceHigher, .share),
        Cell(simultaneous?.low, unit, currency, decimals: decimals),
        Cell(simultaneous?.high, unit, currency, decimals: decimals),
        Cell(saving?.twins, .ratio),
        estimate.reason.map { .text($0) } ?? .empty,
        Cell(pValue: difference?.twinTest?.pValue()),
        Cell(pValue: difference?.independentTest?.pValue()),
      ]
  }
}
