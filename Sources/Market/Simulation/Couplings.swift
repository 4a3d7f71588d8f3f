extension Coupling {
  /// What couples the customers of a scenario under a plan.
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
        case .cases:
          PublishedCases.arePassedOn(
            scenario.market.segments.enumerated().compactMap {
              $1.served(by: phase.operations, index: $0).committee?.cases
            })
        case .contacts: phase.channels.contains { $0.isUsed && $0.terms.growsScarce }
        case .content: phase.channels.contains { $0.isUsed && $0.terms.isMadeByCustomers }
        case .budgets, .takers, .letters, .groups, .capacity:
          phase.offers.contains { $0.couplings.contains(coupling) }
        // One plan is answered alike for all.
        case .answers: false
        }
      }
    }
  }
}
