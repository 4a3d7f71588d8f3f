/// What lets one person's doings reach another: with any of it a market is played as one, day by day.
public enum Coupling: String, Sendable, CaseIterable {
  /// Feedback makes the product better or worse for everybody.
  case product = "product quality"
  /// Customers tell others.
  case wordOfMouth = "word of mouth"
  /// A channel's price rises with those it has reached.
  case contacts = "a shared pool of contacts"
  /// What one customer redeems is not left for another.
  case budgets = "limited budgets"

  static func all(_ scenario: Scenario, _ plan: Plan) -> [Coupling] {
    allCases.filter { coupling in
      switch coupling {
      case .product: scenario.market.product.iteration != nil
      case .wordOfMouth: scenario.market.segments.contains { $0.feedback.tellsOthers }
      case .contacts: plan.channels.contains { $0.isUsed && $0.scarcity != 0 }
      case .budgets: plan.coupons.contains { $0.budget != nil }
      }
    }
  }
}
