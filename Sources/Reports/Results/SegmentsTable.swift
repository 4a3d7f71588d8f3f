import Market
import Planning
public import Takeaways

extension RunResult {
  /// A row for every plan and segment: what they bought, what they are worth, and who flipped.
  ///
  /// Contacts, product work and fixed costs are of the whole market and belong to no segment, so the contribution, and
  /// the value afterwards, are those before them. Flips compare with the twins under the baseline.
  public var segmentsTable: Table {
    let totals: [(title: String, figure: Figure)] = [
      ("acquired customers", .acquired), ("first orders", .firstOrders),
      ("repeat orders", .repeatOrders), ("redemptions", .redemptions), ("persuaded", .persuaded),
      ("would have bought anyway", .anyway), ("put off", .putOff), ("untouched", .untouched),
      ("value afterwards before contacts", .afterwards),
    ]
    let amounts: [(title: String, figures: [Figure], accounts: [Account])] = [
      ("revenue", [.revenue], [.revenue, .refunds]),
      ("rewards", Measure.allRewards, [.reward, .firstOrderReward]),
      ("contribution before contacts", [.contribution], Account.allCases),
    ]
    let measures = ["repeat rate", "CLV", "CLV realised", "CLV p10", "CLV median", "CLV p90"]
      .compactMap { Measure.named($0) }
    var table = Table(
      currency,
      columns: [Column("plan"), Column("segment"), Column("people")]
        + totals.map {
          Column($0.title, $0.figure.unit, currency, decimals: books.decimals([$0.figure]))
        }
        + amounts.map { Column($0.title, .money, currency, decimals: books.money.decimals) }
        + measures.flatMap { EstimateColumns.columns($0.title, $0.unit, currency) }
        + [Column("dead weight", .share, currency)])
    for (place, plan) in comparison.summary.plans.enumerated() {
      let segments = scenario.market.segments
      let figures = totals.map { total in
        books.parts(
          segments.indices.map { plan.sum(total.figure, .segment($0)) }, of: [total.figure],
          plan: place)
      }
      let money = amounts.map { shown in
        // One segment more than people have: what concerns the whole market.
        let sums = (0..<plan.ledger.segments).map { segment in
          shown.accounts.reduce(0.0) { $0 + Double(plan.ledger.total($1, segment: segment)) }
        }
        let sign = shown.figures == Measure.allRewards ? -1.0 : 1
        return books.parts(sums.map { sign * $0 }, of: shown.figures, plan: place)
      }
      for (index, segment) in segments.enumerated() {
        guard let slice = plan.slice(.segment(index)) else { continue }
        let reader = comparison.reader
        let people = (segment.size + segment.base.count) * scenario.market.standsFor
        var row: [Cell] = [
          .text(scenario.plans[place].name), .text(segment.name), .count(Double(people)),
        ]
        row += zip(totals, figures).map { Cell($1[index], $0.figure.unit) }
        row += money.map { .money($0[index]) }
        row += measures.flatMap {
          EstimateColumns.cells(reader.read($0, plan.figures, slice: slice), $0.unit)
        }
        let dead = Measure.named("dead weight").map {
          reader.read($0, plan.figures, slice: slice)
        }
        table.append(row + [Cell(dead?.estimate?.value, .share)])
      }
    }
    return table
  }
}

extension PlanSummary {
  /// The place of a slice in the tables of figures.
  func slice(_ slice: Slice) -> Int? { figures.first?.slices.firstIndex(of: slice) }

  /// A figure of a slice, summed over the replications.
  func sum(_ figure: Figure, _ slice: Slice) -> Double {
    guard let place = self.slice(slice) else { return 0 }
    return figures.reduce(0) { $0 + $1[figure, place] }
  }
}
