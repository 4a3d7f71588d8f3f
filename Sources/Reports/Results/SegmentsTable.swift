import Market
import Planning

extension RunResult {
  /// A row for every plan and segment: what they bought, what they are worth, and who flipped.
  ///
  /// Contacts, messages and product work are bought for the whole market and belong to no segment, so the
  /// contribution is the one before them. Flips compare with the twins under the baseline.
  public var segmentsTable: Table {
    let totals: [(String, Measure.Unit, [Figure])] = [
      ("acquired customers", .count, [.acquired]), ("first orders", .count, [.firstOrders]),
      ("repeat orders", .count, [.repeatOrders]), ("revenue", .money, [.revenue]),
      ("rewards", .money, Measure.allRewards),
      ("contribution before contacts", .money, [.contribution]),
      ("change of value after the horizon", .money, [.residualChange]),
      ("redemptions", .count, [.redemptions]), ("persuaded", .count, [.persuaded]),
      ("would have bought anyway", .count, [.anyway]), ("put off", .count, [.putOff]),
      ("untouched", .count, [.untouched]),
    ]
    let measures = ["repeat rate", "CLV", "CLV realised", "CLV p10", "CLV median", "CLV p90"]
      .compactMap { Measure.named($0) }
    var table = Table(
      currency,
      columns: [Column("plan"), Column("segment"), Column("people")]
        + totals.map { Column($0.0, $0.1, currency) }
        + measures.flatMap { EstimateColumns.columns($0.title, $0.unit, currency) }
        + [Column("dead weight", .share, currency)])
    for (result, plan) in zip(comparison.plans, comparison.summary.plans) {
      for (index, segment) in scenario.market.segments.enumerated() {
        guard let slice = plan.slice(.segment(index)) else { continue }
        let reader = comparison.reader
        let people = (segment.size + segment.base.count) * scenario.market.standsFor
        var row: [Cell] = [
          .text(result.plan.name), .text(segment.name), .count(Double(people)),
        ]
        row += totals.map { _, unit, figures in
          Cell(reader.mean(reader.totals(figures, plan.figures, slice: slice)).value, unit)
        }
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
}
