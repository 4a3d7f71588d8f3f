/// What is measured on a person in an experiment, from the day on which they come into it.
public enum PersonMetric: String, Sendable, CaseIterable {
  /// 1 where there was a paid order, else 0.
  case conversion
  /// Paid orders.
  case orders
  /// Less what went back, minor units.
  case revenue
  /// Revenue less goods, service, rewards and the offers' fixed costs, minor units.
  case contribution
  /// Contribution within the whole horizon plus the value afterwards as of its end, minor units.
  ///
  /// In a market of one arm it is played on for the run-off; where arms are mixed, a formula takes its place.
  case profit

  /// Whether what the market as a whole costs belongs to it.
  var bearsCosts: Bool { self == .contribution || self == .profit }

  /// Whether it is everybody's in the market, in the experiment or not.
  var isOfAll: Bool { self == .profit }
}

/// A metric after so many days; profit is taken at the end of the horizon only.
public struct Observation: Sendable, Hashable {
  public let metric: PersonMetric
  public let days: Int

  public init(_ metric: PersonMetric, after days: Int) {
    self.metric = metric
    self.days = days
  }
}

/// What a person came to so far.
struct PersonTotals: Sendable {
  /// From the first day on, minor units before what is fixed; all others since the person is in it.
  var contributionOfAll: Int64 = 0
  /// In the run-off, discounted to the end of the horizon.
  var afterwards = 0.0
  var orders: Int64 = 0
  /// Minor units.
  var revenue: Int64 = 0
  /// Minor units, before what is fixed.
  var contribution: Int64 = 0

  func value(_ metric: PersonMetric) -> Double {
    switch metric {
    case .conversion: orders > 0 ? 1 : 0
    case .orders: Double(orders)
    case .revenue: Double(revenue)
    case .contribution: Double(contribution)
    case .profit: Double(contributionOfAll)
    }
  }
}
