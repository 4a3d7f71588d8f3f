public import Market

/// A part of the difference in profit between a plan and the baseline, minor units.
public struct Reason: Sendable, Equatable {
  public enum Part: String, Sendable, CaseIterable {
    case margin = "margin on orders"
    case rewards
    case acquisition
    case messaging = "running costs of offers"
    case product = "product work"
    case fixedCosts = "fixed costs"
    case residual = "value after the horizon"

    /// Figures that add to profit, and figures that take from it.
    public var figures: (gained: [Figure], spent: [Figure]) {
      switch self {
      case .margin: ([.revenue], [.costOfGoods, .operations])
      case .rewards: ([], [.rewards, .firstOrderRewards, .pointsOwed])
      case .acquisition: ([], [.acquisition])
      case .messaging: ([], [.messaging])
      case .product: ([], [.product])
      case .fixedCosts: ([], [.fixedCosts])
      case .residual: ([.afterwards], [])
      }
    }

    /// What it adds to a plan's profit, on average over replications.
    func mean(_ reader: MeasureReader, _ plan: PlanSummary) -> Double {
      reader.mean(reader.totals(figures.gained, plan.figures)).value
        - reader.mean(reader.totals(figures.spent, plan.figures)).value
    }
  }

  public let part: Part
  /// What it adds to the plan's profit over the baseline's.
  public let amount: Double

  public init(part: Part, amount: Double) {
    self.part = part
    self.amount = amount
  }

  /// All parts, the largest first; they add up to the difference in profit.
  static func all(_ reader: MeasureReader, _ plan: PlanSummary, _ baseline: PlanSummary) -> [Reason]
  {
    Part.allCases.map { part in
      Reason(part: part, amount: part.mean(reader, plan) - part.mean(reader, baseline))
    }
    .sorted { abs($0.amount) > abs($1.amount) }
  }
}
