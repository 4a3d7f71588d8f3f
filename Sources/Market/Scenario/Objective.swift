/// The one figure plans are ranked by.
public enum Objective: String, Sendable, CaseIterable {
  case profit, revenue, orders
  case acquired = "acquired customers"
  /// Customers with an order within the last 60 days of the horizon.
  case retained = "retained customers"
  /// People who came to know of us.
  case aware = "aware people"

  /// Whether it is money.
  var isMoney: Bool { self == .profit || self == .revenue }
}

/// A figure a plan must not worsen past a bound.
public struct Guardrail: Sendable, Equatable {
  /// The key of a measure, such as "cpa" or "dead weight".
  public var measure: GuardedMeasure
  public var bound: Bound

  public enum Bound: Sendable, Equatable {
    case atMost(Double)
    case atLeast(Double)
  }

  public init(measure: GuardedMeasure, bound: Bound) {
    self.measure = measure
    self.bound = bound
  }
}

/// The figures a guardrail can watch; money bounds are minor units, shares are fractions.
public enum GuardedMeasure: String, Sendable, CaseIterable {
  case cpa = "CPA"
  case blendedCPA = "blended CPA"
  case clv = "CLV"
  case profit
  case contribution
  case revenue
  case spend
  case acquisitionCost = "acquisition cost"
  case winningCost = "cost of winning customers"
  case rewardCost = "reward cost"
  case deadWeight = "dead weight"
  case repeatRate = "repeat rate"
  case paybackShare = "payback share"
  case d30 = "D30"
  case d90 = "D90"
  case orders
  case redemptions
  case acquired = "acquired customers"
  case retained = "retained customers"
  case aware = "aware people"
  /// Orders and questions for which there was no capacity.
  case turnedAway = "turned away"
  case huntersTake = "hunters' take"

  /// What a bound is measured in.
  public var unit: Unit {
    switch self {
    case .cpa, .blendedCPA, .clv, .profit, .contribution, .revenue, .spend, .acquisitionCost,
      .winningCost, .rewardCost, .huntersTake:
      .money
    case .deadWeight, .repeatRate, .paybackShare, .d30, .d90: .share
    case .orders, .redemptions, .acquired, .retained, .aware, .turnedAway: .count
    }
  }

  public enum Unit: Sendable { case money, share, count }
}
