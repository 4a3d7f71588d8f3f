/// A figure planners know by name, with its definition as figures of a replication.
public struct Measure: Sendable {
  public let key: String
  public let title: String
  public let unit: Unit
  public let definition: Definition

  public enum Unit: String, Sendable { case money, count, share, days, ratio }

  public enum Definition: Sendable {
    /// A sum of figures of the whole market.
    case total([Figure])
    /// A ratio of two sums, each summed over the replications.
    case ratio([Figure], per: [Figure])
    /// A property of a customer, averaged over replications.
    case average(Figure)
  }

  public init(_ key: String, _ title: String, _ unit: Unit, _ definition: Definition) {
    self.key = key
    self.title = title
    self.unit = unit
    self.definition = definition
  }

  /// The measure with a key.
  public static func named(_ key: String) -> Measure? { all.first { $0.key == key } }

  public static let winningCost: [Figure] = [.acquisition, .firstOrderRewards]
  /// The same with what it costs after the horizon, and the customers won by either.
  public static let allWinningCost: [Figure] = winningCost + [.winningCostAfterwards]
  public static let allWon: [Figure] = [.acquired, .wonAfterwards]
  public static let allRewards: [Figure] = [.rewards, .firstOrderRewards]
  /// What a plan spends: contacts, rewards and those owed, messages and checks, the product's iterations, fixed costs.
  public static let spending: [Figure] = [
    .acquisition, .firstOrderRewards, .rewards, .pointsOwed, .messaging, .product, .fixedCosts,
  ]

  static let profit = Measure(
    "profit", "profit", .money, .total([.contribution, .afterwards]))
  static let revenue = Measure("revenue", "revenue", .money, .total([.revenue]))
  static let orders = Measure("orders", "orders", .count, .total([.orders]))
  static let acquired = Measure("acquired", "acquired customers", .count, .total([.acquired]))
  static let retained = Measure("retained", "retained customers", .count, .total([.retained]))
  static let aware = Measure("aware", "aware people", .count, .total([.aware]))

  /// Every measure, in the order it is reported.
  public static let all: [Measure] = [
    profit,
    Measure("contribution", "contribution within the horizon", .money, .total([.contribution])),
    Measure("afterwards", "value after the horizon", .money, .total([.afterwards])),
    revenue,
    Measure("spend", "spend", .money, .total(spending)),
    Measure("acquisition", "acquisition cost", .money, .total([.acquisition])),
    Measure("winning cost", "cost of winning customers", .money, .total(winningCost)),
    Measure("reward cost", "reward cost", .money, .total(allRewards)),
    orders,
    acquired,
    retained,
    aware,
    Measure("blended CPA", "blended CPA", .money, .ratio(winningCost, per: [.acquired])),
    Measure("CLV", "CLV", .money, .ratio([.customerValue], per: [.acquired])),
    Measure(
      "CLV realised", "CLV within the horizon", .money, .ratio([.realisedValue], per: [.acquired])),
    Measure("CLV p10", "CLV, lowest tenth", .money, .average(.valueLow)),
    Measure("CLV median", "CLV, median", .money, .average(.valueMedian)),
    Measure("CLV p90", "CLV, highest tenth", .money, .average(.valueHigh)),
    Measure(
      "CLV:CPA", "CLV : blended CPA", .ratio, .ratio([.customerValue], per: winningCost)),
    Measure(
      "payback share", "paid back within the horizon", .share, .ratio([.paidBack], per: [.acquired])
    ),
    Measure("payback day", "payback day, median", .days, .average(.paybackDay)),
    Measure("repeat rate", "repeat rate", .share, .ratio([.secondOrders], per: [.acquired])),
    Measure("D1", "retention D1", .share, .ratio([.returned1], per: [.observed1])),
    Measure("D7", "retention D7", .share, .ratio([.returned7], per: [.observed7])),
    Measure("D30", "retention D30", .share, .ratio([.returned30], per: [.observed30])),
    Measure("D90", "retention D90", .share, .ratio([.returned90], per: [.observed90])),
    Measure("redemptions", "redemptions", .count, .total([.redemptions])),
    Measure(
      "redeemed anyway", "redeemed on orders that would have come anyway", .count,
      .total([.deadWeight])),
    Measure("dead weight", "dead weight", .share, .ratio([.deadWeight], per: [.judged])),
    Measure("turned away", "turned away", .count, .total([.turnedAway])),
    Measure("hunters' take", "hunters' take", .money, .total([.paidToHunters])),
  ]
}

extension GuardedMeasure {
  /// What it is called, and read as: what one more customer costs, not what all did on average.
  public var title: String { self == .cpa ? "cost per extra customer" : rawValue }

  /// The measure it is read as; `nil` of what one more customer costs, which is a plan's against the baseline.
  public var measure: Measure? {
    self == .cpa ? nil : Measure.all.first { $0.key == rawValue || $0.title == rawValue }
  }
}

extension Objective {
  /// What plans are ranked by, as a measure.
  public var measure: Measure {
    switch self {
    case .profit: .profit
    case .revenue: .revenue
    case .orders: .orders
    case .acquired: .acquired
    case .retained: .retained
    case .aware: .aware
    }
  }
}
