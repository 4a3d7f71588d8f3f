extension Account {
  /// The figure that shows an account, as a positive amount also where it is a cost; what goes back is taken out of
  /// revenue.
  public var figure: Figure? {
    switch self {
    case .revenue, .refunds: .revenue
    case .costOfGoods: .costOfGoods
    case .operations: .operations
    case .reward: .rewards
    case .firstOrderReward: .firstOrderRewards
    case .acquisition: .acquisition
    case .messaging: .messaging
    case .product: .product
    case .fixedCosts: .fixedCosts
    case .pointsLiability: .pointsOwed
    }
  }

  /// Costs are entered as negative amounts.
  public var sign: Double { figure == .revenue ? 1 : -1 }
}
