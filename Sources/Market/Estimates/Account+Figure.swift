extension Account {
  /// The figure that shows an account by itself, as a positive amount also where it is a cost.
  public var figure: Figure? {
    switch self {
    case .revenue: .revenue
    case .costOfGoods: .costOfGoods
    case .operations: .operations
    case .reward: .rewards
    case .firstOrderReward: .firstOrderRewards
    case .acquisition: .acquisition
    case .messaging: .messaging
    case .product: .product
    case .fixedCosts: .fixedCosts
    case .refunds, .pointsLiability: nil
    }
  }

  /// Costs are entered as negative amounts.
  public var sign: Double { self == .revenue ? 1 : -1 }
}
