import Market
import Statistics
import Takeaways

/// Where a plan's cumulative contribution lies in 95 of 100 markets, day by day.
struct CashBands {
  private let bands: [Interval?]

  /// Of a plan, or of what it comes to more than the baseline in the same markets.
  init(_ plan: PlanSummary, from baseline: PlanSummary? = nil, _ reader: MeasureReader) {
    let standsFor = Double(reader.design.standsFor)
    // Named, or all of a plan would be copied at every look.
    let (nets, others) = (plan.dailyNet, baseline?.dailyNet)
    var sums = [Double](repeating: 0, count: nets.count)
    bands = (nets.first ?? []).indices.map { day in
      for replication in sums.indices {
        let net = nets[replication][day] - (others?[replication][day] ?? 0)
        sums[replication] += Double(net) * standsFor
      }
      return reader.mean(sums).prediction
    }
  }

  /// Cash on a day as it is printed, the low end and the high one.
  func cells(_ day: Int, _ cash: Double) -> [Cell] {
    let band = bands[day]?.reaching(cash)
    return [.money(cash)] + [band?.low, band?.high].map { Cell($0, .money) }
  }
}
