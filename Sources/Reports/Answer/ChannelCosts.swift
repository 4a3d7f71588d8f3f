import Market
import Planning
import Statistics
import Takeaways

extension RunResult {
  /// What customers cost by channel, as far as that was asked for: by last contact, the last ones, the extra.
  var channelCosts: Answer.Section {
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("channel"),
        Column("acquisition cost", .money, currency, decimals: statement.money.decimals),
        Column("blended CPA", .money, currency), Column("marginal CPA", .money, currency),
        Column("from", .money, currency), Column("to", .money, currency),
        Column("incremental CPA", .money, currency),
      ])
    for place in ranking {
      let plan = scenario.plans[place]
      for value in channelValues ?? [] where value.plan == plan.name {
        guard let source = scenario.sourceNames.firstIndex(of: value.channel) else { continue }
        table.append([
          .text(plan.name), .text(value.channel),
          .money(costBySource(place, in: statement)[source]),
          Cell(blended(place, source: source)?.value, .money),
          Cell(value.marginalCPA.estimate?.value, .money),
          Cell(value.marginalCPA.estimate?.prediction?.low, .money),
          Cell(value.marginalCPA.estimate?.prediction?.high, .money),
          Cell(value.incrementalCPA.estimate?.value, .money),
        ])
      }
    }
    return Answer.Section(
      title: "What customers cost by channel", table: table,
      notes: [
        "Blended: over those whose last contact it was. Marginal: what the last ones cost, from"
          + " twins with a tenth more and less, and where it lies in 95 of 100 markets."
          + " Incremental: over those who would not have come without it."
      ])
  }

  private func blended(_ place: Int, source: Int) -> Estimate? {
    let plan = comparison.summary.plans[place]
    guard let measure = Measure.named("blended CPA"), let slice = plan.slice(.source(source)) else {
      return nil
    }
    return measure.said(comparison.reader.read(measure, plan.figures, slice: slice)).estimate
  }

  /// What contacts cost a plan, by source; it adds up to its acquisition cost.
  func costBySource(_ place: Int, in statement: Statement) -> [Double] {
    let plan = comparison.summary.plans[place]
    return statement.parts(
      scenario.sourceNames.indices.map {
        -Double(plan.ledger.total(.acquisition, source: $0))
      }, of: [.acquisition], plan: place)
  }
}
