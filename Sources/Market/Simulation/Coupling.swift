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
    let later = scenario.baselineAfter(plan)
    // The run-off has the baseline's settings, whatever the plan.
    let phases = scenario.market.runOff.days > 0 ? [plan, later] : [plan]
    return allCases.filter { coupling in
      phases.contains { phase in
        switch coupling {
        case .product: (phase.operations.product ?? scenario.market.product).iteration != nil
        case .wordOfMouth:
          scenario.market.segments.enumerated().contains {
            $1.served(by: phase.operations, index: $0).feedback.tellsOthers
          }
        case .contacts: phase.channels.contains { $0.isUsed && $0.scarcity != 0 }
        case .budgets: phase.offers.contains { $0.budget != nil }
        }
      }
    }
  }
}
