/// Where money comes in or goes out; costs are entered as negative amounts, so that profit is a plain sum.
public enum Account: Int, Sendable, CaseIterable {
  case revenue
  case costOfGoods
  case reward
  /// Rewards redeemed on first paid orders, and for winning others: part of what it costs to win a customer.
  case firstOrderReward
  case acquisition
  case messaging
  case operations
  case product
  /// What is paid whatever happens, such as wages and rent.
  case fixedCosts
  /// What is paid back for orders, or parts of them, that go back.
  case refunds
  case pointsLiability

  /// Whether it is part of what winning a customer costs, and so of no customer's worth.
  var isCostOfWinning: Bool { self == .acquisition || self == .firstOrderReward }

  public var title: String {
    switch self {
    case .revenue: "revenue"
    case .costOfGoods: "cost of goods"
    case .reward: "reward"
    case .firstOrderReward: "first-order reward"
    case .acquisition: "acquisition"
    case .messaging: "messaging"
    case .operations: "operations"
    case .product: "product"
    case .fixedCosts: "fixed costs"
    case .refunds: "refunds"
    case .pointsLiability: "points liability"
    }
  }
}
