import Charts
import Documents
import Market
import Planning
import Statistics
import Takeaways

extension RunResult {
  /// What a plan has brought in more than the baseline, day by day; nil where it moves no money within the horizon.
  func cashFan(_ plan: Standing) -> Fan? {
    let (own, baseline) = (
      comparison.summary.plans[plan.place].dailyNet, comparison.summary.plans[0].dailyNet
    )
    let days = own.first?.count ?? 0
    guard days > 1 else { return nil }
    let standsFor = Double(scenario.market.standsFor)
    var sums = [Double](repeating: 0, count: own.count)
    var means: [Double] = []
    let shares: [(words: String, low: Double)] = [
      ("95 of 100 markets", 0.025), ("80 of 100", 0.1), ("50 of 100", 0.25),
    ]
    var ends = shares.map { _ in [Interval]() }
    var hasMoved = false
    for day in 0..<days {
      for replication in sums.indices {
        let net = own[replication][day] - baseline[replication][day]
        if net != 0 { hasMoved = true }
        sums[replication] += Double(net) * standsFor / currency.scale
      }
      guard let law = comparison.reader.design.prediction(of: sums) else { return nil }
      means.append(law.mean)
      for (band, share) in shares.enumerated() {
        ends[band].append(
          Interval(low: law.quantile(share.low), high: law.quantile(1 - share.low)))
      }
    }
    guard hasMoved else { return nil }
    return Fan(
      title: "Cumulative cash of \(quoted(plan.plan)) over the baseline's, in \(currency.code)",
      sentence: sentence(plan, means), labels: dayLabels(days), means: means,
      bands: zip(shares, ends).map { ($0.words, $1) }, marks: marks(plan, means),
      axis: "\(currency.code) more in hand than under \(quoted(scenario.plans[0].name)),"
        + " by day of the horizon")
  }

  private func sentence(_ plan: Standing, _ means: [Double]) -> String {
    let last = means.last ?? 0
    let rounding = Rounding([last * currency.scale], .money, currency)
    let back =
      comparison.plans[plan.place].difference.map {
        $0.paidBack.sentence(least: least($0))
      } ?? ""
    return "On the last day \(quoted(plan.plan)) has \(rounding.full(last * currency.scale))"
      + " \(last < 0 ? "less" : "more") in hand than the baseline on average; paid back: \(back)."
  }

  private func marks(_ plan: Standing, _ means: [Double]) -> [Fan.Mark] {
    var marks: [Fan.Mark] = []
    let deepest = means.indices.min { means[$0] < means[$1] } ?? 0
    if means[deepest] < 0 {
      let rounding = Rounding([means[deepest] * currency.scale], .money, currency)
      marks.append(
        Fan.Mark(
          place: deepest, value: means[deepest],
          label:
            "deepest: \(rounding.bare(means[deepest] * currency.scale)) out, day \(deepest + 1)",
          isLoss: true))
    }
    if let day = comparison.plans[plan.place].difference?.paidBack.day, day <= means.count {
      marks.append(
        Fan.Mark(
          place: day - 1, value: means[day - 1], label: "paid back on day \(day)", isLoss: false))
    }
    return marks
  }

  /// First days of months, or of weeks where there are few.
  private func dayLabels(_ days: Int) -> [(place: Int, text: String)] {
    guard days > 70 else {
      return stride(from: 0, to: days, by: 7).map { ($0, "day \($0 + 1)") }
    }
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return (0..<days).compactMap { day in
      let parts = CalendarDate(dayNumber: scenario.start.dayNumber + day).parts
      guard parts.day == 1 else { return nil }
      return (day, names[parts.month - 1])
    }
  }
}
