import Documents
import Market
import Planning
public import Takeaways

extension RunResult {
  /// A row for every step from the baseline's profit to a plan's: where it begins and ends.
  public var whyTable: Table { bridge(forSheet: false) }

  /// The same with the columns that a stacked chart of a spreadsheet is drawn from.
  func bridge(forSheet: Bool) -> Table {
    let profit = Objective.profit.measure
    func money(_ title: String, isSigned: Bool = false) -> Column {
      Column(title, .money, currency, isSigned: isSigned, decimals: books.money.decimals)
    }
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("step"), Column("kind"), money("amount", isSigned: true),
        money("from"), money("to"),
      ] + (forSheet ? ["below", "whole", "more", "less"].map { money($0) } : []))
    func add(_ place: Int, _ step: String, _ kind: String, _ from: Double, _ to: Double) {
      var row: [Cell] = [
        .text(scenario.plans[place].name), .text(step), .text(kind), .money(to - from),
        .money(from), .money(to),
      ]
      if forSheet {
        let isWhole = kind != "part"
        row += [
          isWhole ? 0 : min(from, to), isWhole ? to : 0, isWhole ? 0 : max(0, to - from),
          isWhole ? 0 : max(0, from - to),
        ].map { .money($0) }
      }
      table.append(row)
    }
    let start = books.total(profit.summands, plan: 0)
    for place in ranking where place > 0 {
      add(place, scenario.plans[0].name, "baseline", 0, start)
      var level = start
      for reason in reasons(plan: place, in: books) where reason.amount != 0 {
        add(place, reason.part.rawValue, "part", level, level + reason.amount)
        level += reason.amount
      }
      add(
        place, scenario.plans[place].name, "plan", 0, books.total(profit.summands, plan: place))
    }
    return table
  }
}
