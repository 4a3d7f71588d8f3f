import Market
import Planning
import Statistics

/// How a plan stands against the baseline, as far as the answer speaks of it.
struct Standing {
  let plan: String
  /// Of the objective.
  let difference: Estimate
  /// The Monte Carlo interval that holds for all plans at once.
  var simultaneous: Interval?
  let chanceHigher: Double
  var reasons: [Reason] = []
  /// Guardrails it breaks, in words.
  var broken: [String] = []

  /// The interval that tells whether the sign of the difference is known.
  var known: Interval? { simultaneous ?? difference.precision }
}

extension Standing {
  /// `nil` for the baseline.
  init?(_ result: PlanResult, _ currency: Currency) {
    guard let difference = result.difference else { return nil }
    self.init(
      plan: result.plan.name, difference: difference.objective.estimate,
      simultaneous: difference.simultaneous, chanceHigher: difference.objective.chanceHigher,
      reasons: difference.reasons,
      broken: result.guardrails.compactMap { $0.isKept == false ? $0.sentence(currency) : nil })
  }
}

extension GuardrailVerdict {
  /// Such as `CPA is 75.20 CNY, at most 60 CNY is allowed`.
  func sentence(_ currency: Currency) -> String {
    let unit = guardrail.measure.unit
    let value = value.estimate.map { unit.text($0.value, currency) } ?? "not known"
    let bound =
      switch guardrail.bound {
      case .atMost(let limit): "at most \(unit.text(limit, currency))"
      case .atLeast(let limit): "at least \(unit.text(limit, currency))"
      }
    return "\(guardrail.measure.rawValue) is \(value), \(bound) was asked for"
  }
}
