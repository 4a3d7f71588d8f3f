import Market
import Planning
import Statistics

extension RunResult {
  /// Plans by the objective, and how they differ from the baseline: from … to in 95 of 100 markets.
  var rankingTable: Table {
    let aim = scenario.objective.measure
    let hasRivals = comparison.plans.count > 1
    var table = Table(
      currency,
      columns: [Column("plan"), Column(aim.title, aim.unit, currency)]
        + (hasRivals
          ? [
            Column("against baseline", aim.unit, currency, isSigned: true),
            Column("from", aim.unit, currency, isSigned: true),
            Column("to", aim.unit, currency, isSigned: true), Column("higher in", .share, currency),
            Column("ROI"),
          ]
          : [
            Column("from", aim.unit, currency), Column("to", aim.unit, currency),
          ])
        + (scenario.guardrails.isEmpty ? [] : [Column("breaks guardrail")]))
    for plan in ranked {
      let level = plan[aim.key].estimate
      var row: [Cell] = [.text(plan.plan.name), Cell(level?.value, aim.unit)]
      if let difference = plan.difference {
        let estimate = difference.objective.estimate
        row += [estimate.value, estimate.spread?.low, estimate.spread?.high]
          .map { Cell($0, aim.unit) }
        row += [
          .share(difference.objective.chanceHigher),
          Cell(difference.returnOnSpend.estimate?.value, .ratio),
        ]
      } else if hasRivals {
        row += [.text("baseline")] + Array(repeating: .empty, count: 4)
      } else {
        row += [Cell(level?.spread?.low, aim.unit), Cell(level?.spread?.high, aim.unit)]
      }
      if !scenario.guardrails.isEmpty { row.append(.text(plan.brokenGuardrails)) }
      table.append(row)
    }
    return table
  }

  /// What profit is made of: what happens within the horizon, and how the value after it changes.
  var profitTable: Table {
    let parts = Reason.Part.allCases
    let plans = comparison.plans.indices.map { place in
      (
        name: comparison.plans[place].plan.name,
        amounts: parts.map { $0.mean(comparison.reader, comparison.summary.plans[place]) }
      )
    }
    let used = parts.indices.filter { part in
      parts[part] == .residual || plans.contains { $0.amounts[part] != 0 }
    }
    var table = Table(
      currency,
      columns: [Column("plan")]
        + used.map { Column(parts[$0].rawValue, .money, currency) }
        + [Column("profit", .money, currency)])
    for place in comparison.ranking {
      let amounts = plans[place].amounts
      table.append(
        [.text(plans[place].name)] + used.map { Cell(amounts[$0], .money) }
          + [Cell(amounts.reduce(0, +), .money)])
    }
    return table
  }

  /// What customers cost under each plan, and what they bring.
  var customersTable: Table {
    let shown: [(title: String, key: String)] = [
      ("spend", "spend"), ("acquired", "acquired"), ("CPA", "CPA"), ("CLV", "CLV"),
      ("CLV:CPA", "CLV:CPA"), ("paid back", "payback day"), ("repeat rate", "repeat rate"),
      ("dead weight", "dead weight"),
    ]
    let measures = shown.compactMap { item in
      Measure.named(item.key).map { (item.title, $0) }
    }
    var table = Table(
      currency,
      columns: [Column("plan")] + measures.map { Column($0.0, $0.1.unit, currency) }
        + [Column("extra order costs", .money, currency)])
    for plan in ranked {
      var row: [Cell] = [.text(plan.plan.name)]
      row += measures.map { Cell(plan[$0.1.key].estimate?.value, $0.1.unit) }
      let extra = plan.difference?.costPerIncrementalOrder.estimate?.value
      table.append(row + [Cell(extra, .money)])
    }
    return table
  }

  /// Who bought in a plan's campaign, and whether their twin under the baseline did.
  func flipsTable(_ plan: PlanDifference) -> Table {
    var table = Table(
      currency,
      columns: [
        Column("segment"), Column("persuaded"), Column("would have anyway"), Column("put off"),
        Column("untouched"),
      ])
    for segment in plan.flips {
      table.append(
        [.text(segment.segment)]
          + [segment.persuaded, segment.anyway, segment.putOff, segment.untouched]
          .map { .count($0) })
    }
    return table
  }
}

extension PlanResult {
  /// Such as `none`, `CPA` or `2 of 3`; a guardrail on something that did not happen is not broken.
  fileprivate var brokenGuardrails: String {
    let broken = guardrails.filter { $0.isKept == false }
    guard let first = broken.first else { return "none" }
    return broken.count == 1
      ? first.guardrail.measure.rawValue : "\(broken.count) of \(guardrails.count)"
  }
}
