import Market
import Planning

extension RunResult {
  /// A row a plan: every measure with how the market may turn out and how precisely it was computed.
  public var plansTable: Table {
    let shown = comparison.plans.first?.measures.map(\.measure) ?? []
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("rank"), Column("chance best", .share, currency),
      ] + shown.flatMap { EstimateColumns.columns($0.title, $0.unit, currency) }
        + scenario.guardrails.flatMap { guardrail in
          let words = guardrail.words(currency)
          return [Column(words), Column("\(words), kept in", .share, currency)]
        } + [Column("not computed")])
    for (place, plan) in comparison.plans.enumerated() {
      let rank = (comparison.ranking.firstIndex(of: place) ?? place) + 1
      var row: [Cell] = [
        .text(plan.plan.name), .count(Double(rank)), .share(comparison.chanceBest(place)),
      ]
      row += plan.measures.flatMap { EstimateColumns.cells($0.estimate, $0.measure.unit) }
      row += scenario.guardrails.flatMap { guardrail in
        let verdict = plan.guardrails.first { $0.guardrail == guardrail }
        return [.text(verdict?.word ?? "not judged"), Cell(verdict?.chanceKept, .share)]
      }
      let missing = plan.measures.compactMap { measure, estimate in
        estimate.reason.map { "\(measure.title): \($0)" }
      }
      table.append(row + [missing.isEmpty ? .empty : .text(missing.joined(separator: "; "))])
    }
    return table
  }
}
