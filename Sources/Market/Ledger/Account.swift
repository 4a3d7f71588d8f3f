/// Where money comes in or goes out; costs are entered as negative amounts, so that profit is a plain sum.
public enum Account: Int, Sendable, CaseIterable {
  case revenue
  case costOfGoods
  case reward
  /// Rewards redeemed on first paid orders: part of what it costs to win a customer.
  case firstOrderReward
  case acquisition
  case messaging
  case operations
  case product
  case refunds
  case pointsLiability

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
    case .refunds: "refunds"
    case .pointsLiability: "points liability"
    }
  }
}
