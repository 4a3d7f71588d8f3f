import Experiments

extension AnalysisPlan {
  /// The intended shares of the arms on a day, in the arms' order.
  func weights(on day: String, _ arms: [String]) -> [Double] {
    let own = splitFrom.filter { !Self.isEarlier(day, $0.day) }.max {
      Self.isEarlier($0.day, $1.day)
    }
    let split = own?.split ?? split
    return arms.map { split.isEmpty ? 1 : split[$0] ?? 0 }
  }

  /// Days are dates, or numbers.
  private static func isEarlier(_ day: String, _ other: String) -> Bool {
    guard let one = Double(day), let two = Double(other) else { return day < other }
    return one < two
  }

  /// With effects within days: a constant for each day, and one effect for all.
  ///
  /// Where arms' shares change from day to day, what differs between days would count as effect otherwise.
  var withinDays: AnalysisPlan {
    var plan = self
    plan.stratum = day
    plan.adjustment = .ancova
    plan.standardError = standardError ?? .hc2
    return plan
  }

  /// Whether it can have a constant for each day.
  var canBeWithinDays: Bool {
    day != nil && stratum == nil && cluster == nil && switchback == nil && sequential == nil
      && !resampling.isAsked
  }
}
