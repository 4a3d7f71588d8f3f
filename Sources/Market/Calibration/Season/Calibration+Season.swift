internal import Documents

extension Calibration {
  /// How purchases differ by month and weekday from what the chosen law expects; nil where there is no law.
  public var season: SeasonFit? {
    guard let model = chosen?.model else { return nil }
    let (start, days) = (summary.firstDay, summary.observationEnd - summary.firstDay + 1)
    guard days > 1, summary.repeatsByDay.count >= days else { return nil }
    // What a customer is expected to buy on each day of their age.
    var byAge = [0.0]
    byAge.reserveCapacity(days)
    var before = 0.0
    for age in 1..<days {
      let now = model.expectedPurchases(within: Double(age) / unit.days)
      byAge.append(now - before)
      before = now
    }
    var newcomers = [Double](repeating: 0, count: days)
    for history in summary.histories { newcomers[days - 1 - history.age] += 1 }
    var expected = [Double](repeating: 0, count: days)
    for (first, customers) in newcomers.enumerated() where customers > 0 {
      for day in first..<days { expected[day] += customers * byAge[day - first] }
    }
    return SeasonFit(
      from: start, actual: summary.repeatsByDay.prefix(days).map(Double.init), expected: expected)
  }

  /// What the chosen law expected of the holdout with the months and weekdays seen before it; nil where none were.
  public func holdout(with season: SeasonFit) -> Double? {
    guard let check = holdout, let forecast = choice.flatMap({ check.forecast(by: $0.law) }) else {
      return nil
    }
    return forecast.byWeek.enumerated().reduce(0) { sum, week in
      let days = (7 * week.offset)..<min(check.days, 7 * week.offset + 7)
      let factor = days.reduce(0) { $0 + season.factor(on: check.start + $1) } / Double(days.count)
      return sum + week.element * factor * season.level
    }
  }
}
