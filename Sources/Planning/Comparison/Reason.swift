import Market

/// A part of the difference in profit between a plan and the baseline, minor units.
public struct Reason: Sendable, Equatable {
  public enum Part: String, Sendable, CaseIterable {
    case margin = "margin on orders"
    case rewards
    case acquisition
    case messaging = "messages and printing"
    case product = "product work"
    case residual = "value after the horizon"

    /// Figures that add to profit, and figures that take from it.
    var figures: (gained: [Figure], spent: [Figure]) {
      switch self {
      case .margin: ([.revenue], [.costOfGoods, .operations])
      case .rewards: ([], [.rewards, .firstOrderRewards])
      case .acquisition: ([], [.acquisition])
      case .messaging: ([], [.messaging])
      case .product: ([], [.product])
      case .residual: ([.residualChange], [])
      }
    }
  }

  public let part: Part
  /// What it adds to the plan's profit over the baseline's.
  public let amount: Double

  /// All parts, the largest first; they add up to the difference in profit.
  static func all(_ reader: MeasureReader, _ plan: PlanSummary, _ baseline: PlanSummary) -> [Reason]
  {
    Part.allCases.map { part in
      func total(_ summary: PlanSummary) -> Double {
        reader.mean(reader.totals(part.figures.gained, summary.figures)).value
          - reader.mean(reader.totals(part.figures.spent, summary.figures)).value
      }
      return Reason(part: part, amount: total(plan) - total(baseline))
    }
    .sorted { abs($0.amount) > abs($1.amount) }
  }
}
