import Documents
import Market
import Planning
import Statistics
import Takeaways

extension RunResult {
  /// The one table of the first screen: plans by the objective, against the baseline.
  ///
  /// At most eight columns. Amounts are in the currency, which the title says once.
  var comparedPlans: Table {
    if comparison.plans.count == 1 { return aloneTable }
    return (scenario.objective == .profit ? profitAgainstBaseline : objectiveAgainstBaseline)
      .withoutIdleColumns(among: [costColumn.title])
  }

  /// What the table shows, above it.
  var comparedPlansTitle: String {
    let aim = scenario.objective.measure
    guard comparison.plans.count > 1 else { return "What it comes to, in \(currency.code)" }
    let start = "Plans by \(aim.title) against \(quoted(scenario.plans[0].name))"
    guard scenario.objective == .profit else { return "\(start); money in \(currency.code)" }
    let own = statement.total(aim.summands, plan: 0)
    let earns = Readable.number(
      own.magnitude / currency.scale, decimals: statement.money.decimals)
    return "\(start), which itself \(own < 0 ? "loses" : "earns") \(earns); in \(currency.code)"
  }

  /// What its columns mean, in a line, and what plans' names do not say.
  func comparedPlansNotes(leader: Standing?) -> [String] {
    let hasCost = comparedPlans.columns.contains { $0.title == costColumn.title }
    let columns =
      comparison.plans.count > 1
      ? "From … to: 95 of 100 markets."
        + (hasCost
          ? " Cost per extra customer: extra spend on contacts, channels and first orders' rewards over"
            + " extra customers\(scenario.daysPlayed > scenario.horizon ? ", also after the horizon" : "")."
          : "")
      : "From … to: 95 of 100 markets. Blended CPA: what winning customers cost, over all of them."
    let reductions = scenario.plans.enumerated().compactMap { place, plan in
      place == leader?.place
        ? nil : plan.deepReduction.map { "\(quoted(plan.name)) takes \($0)." }
    }
    return [columns] + dealNotes(leader: leader) + reductions
  }

  private var profitAgainstBaseline: Table {
    var table = table([
      change("against the baseline", profit), change("of it within the horizon", profit),
      change("afterwards", profit), change("from", profit), change("to", profit),
      Column("better in", .share, currency), costColumn,
    ])
    for place in ranking {
      guard let difference = comparison.plans[place].difference else {
        table.append(name(place) + [.text("baseline")] + Array(repeating: .empty, count: 6))
        continue
      }
      let range = range(difference, place)
      table.append(
        name(place) + [
          .money(statement.difference(profit.summands, plan: place)),
          .money(statement.difference([.contribution], plan: place)),
          .money(statement.difference([.afterwards], plan: place)),
          Cell(range?.low, .money), Cell(range?.high, .money),
          betterIn(difference.objective), costPerExtraCustomer(place),
        ])
    }
    return table
  }

  private var objectiveAgainstBaseline: Table {
    let aim = scenario.objective.measure
    var table = table([
      Column(aim.title, aim.unit, currency, decimals: decimals(aim)).withoutUnit,
      change("against the baseline", aim), change("from", aim), change("to", aim),
      Column("better in", .share, currency), change("profit against the baseline", profit),
      costColumn,
    ])
    for place in ranking {
      let level = Cell(statement.total(aim.summands, plan: place), aim.unit)
      guard let difference = comparison.plans[place].difference else {
        table.append(name(place) + [level, .text("baseline")] + Array(repeating: .empty, count: 5))
        continue
      }
      let range = range(difference, place)
      table.append(
        name(place) + [
          level, Cell(statement.difference(aim.summands, plan: place), aim.unit),
          Cell(range?.low, aim.unit), Cell(range?.high, aim.unit), betterIn(difference.objective),
          .money(statement.difference(profit.summands, plan: place)),
          costPerExtraCustomer(place),
        ])
    }
    return table
  }

  private var aloneTable: Table {
    let aim = scenario.objective.measure
    let cost = Measure.named("blended CPA").map { printed($0, plan: 0) }
    func level(_ title: String, _ measure: Measure) -> Column {
      Column(title, measure.unit, currency, decimals: decimals(measure)).withoutUnit
    }
    let isProfit = scenario.objective == .profit
    var table = table(
      [level(aim.title, aim)]
        + (isProfit
          ? [level("of it within the horizon", profit), level("afterwards", profit)]
          : [level("profit", profit)]) + [
          level("from", aim), level("to", aim), level("acquired customers", acquired),
          Column("blended CPA", .money, currency).withoutUnit,
        ])
    let range = printed(aim, plan: 0).estimate?.prediction
    func total(_ measure: Measure) -> Cell {
      Cell(statement.total(measure.summands, plan: 0), measure.unit)
    }
    table.append(
      name(0) + [total(aim)]
        + (isProfit
          ? [
            .money(statement.total([.contribution], plan: 0)),
            .money(statement.total([.afterwards], plan: 0)),
          ] : [total(profit)]) + [
          Cell(range?.low, aim.unit), Cell(range?.high, aim.unit), total(acquired),
          Cell(cost?.estimate?.value, .money),
        ])
    return table
  }

  private var profit: Measure { Objective.profit.measure }
  private var acquired: Measure { Objective.acquired.measure }

  private func table(_ columns: [Column]) -> Table {
    Table(currency, columns: [Column("plan")] + columns)
  }

  private func change(_ title: String, _ measure: Measure) -> Column {
    Column(title, measure.unit, currency, isSigned: true, decimals: decimals(measure)).withoutUnit
  }

  /// Where the objective's difference lies in 95 of 100 markets; none where replications that agree do not tell.
  private func range(_ difference: PlanDifference, _ place: Int) -> Interval? {
    let printed = printed(difference.objective, scenario.objective.measure, plan: place)
    return printed.isAlike && !scenario.plans[place].doesTheSame(as: scenario.plans[0])
      ? nil : printed.prediction
  }

  /// A plan that breaks a guardrail is marked.
  private func name(_ place: Int) -> [Cell] {
    [.text(scenario.plans[place].name)]
  }

  private var costDecimals: Int {
    comparison.plans.compactMap(\.difference?.costPerExtraCustomer).decimals(.money, currency)
  }

  private var costColumn: Column { Column("cost per extra customer", decimals: costDecimals) }

  private func costPerExtraCustomer(_ place: Int) -> Cell {
    comparison.plans[place].difference?.costPerExtraCustomer
      .cell(.money, currency, decimals: costDecimals) ?? .empty
  }
}

extension Column {
  /// For tables whose title says the unit.
  fileprivate var withoutUnit: Column {
    Column(title, isSigned: isSigned, decimals: decimals)
  }
}
