import Market
import Planning
import Statistics
public import Takeaways

extension RunResult {
  /// A row a plan, the best first: the figures people quote.
  public var headlineTable: Table {
    let aim = scenario.objective.measure
    let shown = ["spend", "acquired", "blended CPA", "CLV", "repeat rate", "redemptions"]
      .compactMap { Measure.named($0) }
      .filter { $0.key != aim.key }
    func change(_ title: String, _ measure: Measure) -> Column {
      Column(title, measure.unit, currency, decimals: decimals(measure, in: books))
    }
    let profit = Objective.profit.measure
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("rank"), Column("best in", .share, currency),
        Column("better in", .share, currency), change(aim.title, aim),
        change("against the baseline", aim), change("from", aim), change("to", aim),
        change("profit against the baseline", profit),
        change("of it within the horizon", profit), change("afterwards", profit),
      ] + shown.map { change($0.title, $0) } + [
        Column("cost per extra customer", .money, currency),
        Column("kind of cost per extra customer"), Column("extra value per extra cost"),
        Column("ROI"), Column("paid back", unit: "day"), Column("paid back in", .share, currency),
      ]
        + scenario.guardrails.flatMap { guardrail in
          let words = guardrail.words(currency)
          return [Column(words), Column("\(words), kept in", .share, currency)]
        })
    for (rank, place) in ranking.enumerated() {
      let plan = comparison.plans[place]
      let difference = plan.difference?.objective
      func change(_ figures: [Figure]) -> Cell {
        difference == nil ? .empty : .money(books.difference(figures, plan: place))
      }
      var row: [Cell] = [
        .text(plan.plan.name), .count(Double(rank + 1)), .share(comparison.chanceBest(place)),
        Cell(difference?.chanceHigher, .share),
        Cell(books.total(aim.summands, plan: place), aim.unit),
      ]
      let against = difference.map { printed($0, aim, plan: place, in: books) }
      row += [against?.value, against?.prediction?.low, against?.prediction?.high]
        .map { Cell($0, aim.unit) }
      row += [change(profit.summands), change([.contribution]), change([.afterwards])]
      row += shown.map { Cell(printed($0, plan: place, in: books).estimate?.value, $0.unit) }
      let extra = plan.difference
      row += [
        Cell(extra?.costPerExtraCustomer.estimated.estimate?.value, .money),
        extra.map { .text($0.costPerExtraCustomer.kind) } ?? .empty,
        Cell(extra?.valuePerExtraCost.estimated.estimate?.value, .ratio),
        Cell(extra?.returnOnSpend.estimated.estimate?.value, .ratio),
        extra?.paidBack.day.map { .count(Double($0)) } ?? .empty,
        Cell(extra?.paidBack.chanceWithinHorizon, .share),
      ]
      row += scenario.guardrails.flatMap { guardrail in
        let verdict = plan.guardrails.first { $0.guardrail == guardrail }
        return [.text(verdict?.word ?? "not judged"), Cell(verdict?.chanceKept, .share)]
      }
      table.append(row)
    }
    return table
  }
}
