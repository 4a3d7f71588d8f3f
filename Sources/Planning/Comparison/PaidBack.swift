import Market

/// When what a plan advanced has come back, on average over markets: its cash against the baseline's.
public struct PaidBack: Sendable, Equatable {
  public enum Reading: Sendable, Equatable {
    /// The plan's cumulative cash is never below the baseline's.
    case nothingAdvanced
    /// From this day on, counted from 1, it stays at or above the baseline's.
    case on(day: Int)
    /// It ends below the baseline's.
    case notWithinHorizon
  }

  public let reading: Reading
  /// The share of markets in which it stays at or above the baseline's before the horizon ends.
  ///
  /// That it does is to end there, so that this is the chance that the contribution within the horizon is at
  /// least the baseline's; above one half where there is a day.
  public let chanceWithinHorizon: Double?

  init(reading: Reading, chanceWithinHorizon: Double?) {
    self.reading = reading
    self.chanceWithinHorizon = chanceWithinHorizon
  }

  init(_ plan: PlanSummary, _ baseline: PlanSummary, _ reader: MeasureReader) {
    let days = plan.dailyNet.first?.count ?? 0
    var advanced = [Int64](repeating: 0, count: days)
    for (here, there) in zip(plan.dailyNet, baseline.dailyNet) {
      for day in 0..<days { advanced[day] += here[day] - there[day] }
    }
    let differences = zip(
      reader.totals([.contribution], plan.figures), reader.totals([.contribution], baseline.figures)
    ).map { $0 - $1 }
    self.init(
      reading: Self.reading(daily: advanced),
      chanceWithinHorizon: reader.design.prediction(of: differences)?.chance(above: 0, equal: 1))
  }

  /// From how much more comes in than under the baseline, day by day.
  static func reading(daily: [Int64]) -> Reading {
    var sum: Int64 = 0
    var last: Int?
    for (day, amount) in daily.enumerated() {
      sum += amount
      if sum < 0 { last = day }
    }
    guard let last else { return .nothingAdvanced }
    // The day after the last below is last + 1, counted from 0.
    return last + 1 < daily.count ? .on(day: last + 2) : .notWithinHorizon
  }
}
