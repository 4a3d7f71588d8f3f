import Documents
import Market
import Planning
import Statistics
public import Takeaways

extension SweepReport {
  /// A row a point: its values, what it comes to against the baseline, who takes the rewards and what is spent.
  public var sweepTable: Table {
    let levers = grid.levers.map { lever in
      Column(lever.name, unit: lever.unit.isEmpty ? nil : lever.unit)
    }
    func change(_ title: String) -> Column {
      Column(title, aim.unit, currency, isSigned: true, decimals: run.decimals(aim, in: run.books))
    }
    func level(_ measure: Measure) -> Column {
      Column(measure.title, measure.unit, currency, decimals: run.decimals(measure, in: run.books))
    }
    var table = Table(
      currency,
      columns: [Column("plan")] + levers + [
        Column(aim.title, aim.unit, currency, decimals: run.decimals(aim, in: run.books)),
        change("against the baseline"), change("from"), change("to"),
        Column("better in", .share, currency), change("short of the best"),
        change("short of the best, computed from"), change("short of the best, computed to"),
        Column("as good as the best"), Column("marginal return"),
        Column("takers", decimals: run.books.decimals([.tookPart])),
      ] + totals.map(level) + [Column("dead weight", .share, currency)])
    for point in grid.points.indices { table.append(row(point)) }
    return table
  }

  private var totals: [Measure] {
    ["redemptions", "redeemed anyway", "reward cost", "spend", "acquired", "orders"]
      .compactMap(Measure.named)
  }

  private func row(_ point: Int) -> [Cell] {
    let plan = point + 1
    let loss = result.losses[point]
    let values = grid.points[point].settings.map {
      Cell.exact($0.number, decimals: Decimals.places($0.number, digits: 4))
    }
    var row: [Cell] = [.text(grid.levers[0].plan)] + values
    row.append(Cell(run.books.total(aim.summands, plan: plan), aim.unit))
    row += difference(point, in: run.books)
    row.append(Cell(result.difference(point)?.objective.chanceHigher, .share))
    row += [loss.mean, loss.precision?.low, loss.precision?.high].map { Cell($0, aim.unit) }
    let rank = point == result.best ? "best" : result.flat.contains(point) ? "yes" : "no"
    row.append(result.role.isChosen ? .text(rank) : .empty)
    row.append(marginal(point))
    row.append(.count(run.books.total([.tookPart], plan: plan)))
    row += totals.map { Cell(run.books.total($0.summands, plan: plan), $0.unit) }
    row.append(Cell(deadWeight(point), .share))
    return row
  }

  /// What a point comes to against the baseline, and where 95 of 100 markets lie.
  private func difference(_ point: Int, in statement: Statement) -> [Cell] {
    let change = result.difference(point).map {
      run.printed($0.objective, aim, plan: point + 1, in: statement)
    }
    let range = change?.prediction
    return [change?.value, range?.low, range?.high].map { Cell($0, aim.unit) }
  }

  private func marginal(_ point: Int) -> Cell {
    guard result.role == .spending, point > 0, result.marginalReturns.indices.contains(point - 1)
    else { return .empty }
    return result.marginalReturns[point - 1].cell(.ratio, currency, decimals: 2)
  }

  /// The columns of a terminal.
  var shownTable: Table {
    func change(_ title: String) -> Column {
      Column(title, isSigned: true, decimals: run.decimals(aim))
    }
    var table = Table(
      currency,
      columns: [
        Column(grid.levers[0].name), change("against the baseline"), change("from"), change("to"),
        Column("better in", .share, currency),
      ]
        + (result.role == .spending ? [Column("marginal return")] : [])
        + (hasTakers
          ? [
            Column("takers", decimals: run.statement.decimals([.tookPart])),
            Column("dead weight", .share, currency),
          ] : []) + [Column("spend", decimals: run.statement.money.decimals)])
    for point in grid.points.indices {
      var row = [.text(name(point))] + difference(point, in: run.statement)
      // Replications that agree tell no range.
      if result.difference(point)?.objective.estimate.isAlike == true {
        row.replaceSubrange(2...3, with: [.empty, .empty])
      }
      row.append(result.difference(point).map { run.betterIn($0.objective) } ?? .empty)
      if result.role == .spending { row.append(marginal(point)) }
      if hasTakers { row += [.count(takers(point)), Cell(deadWeight(point), .share)] }
      row.append(.money(run.statement.total(Measure.spending, plan: point + 1)))
      table.append(row)
    }
    return table
  }
}
