/// The one figure plans are ranked by.
public enum Objective: String, Sendable, CaseIterable {
  case profit, revenue, orders
  case acquired = "acquired customers"
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
  case clv = "CLV"
  case spend
  case rewardCost = "reward cost"
  case deadWeight = "dead weight"
  case repeatRate = "repeat rate"
  case revenue
  case orders

  /// What a bound is measured in.
  public var unit: Unit {
    switch self {
    case .cpa, .clv, .spend, .rewardCost, .revenue: .money
    case .deadWeight, .repeatRate: .share
    case .orders: .count
    }
  }

  public enum Unit: Sendable { case money, share, count }
}
