import Market
import Statistics

/// The answer in one sentence: which plan is better, by how much, and how the market may turn out.
struct Headline {
  let objective: Objective
  let currency: Currency
  let baseline: String
  /// The objective under the baseline.
  let level: Estimate
  let days: Int
  let replications: Int

  func sentence(_ verdict: Verdict) -> String {
    switch verdict {
    case .alone: alone
    case .same(let plan):
      "No plan \(objective.most) than \(quoted(baseline)):"
        + " \(quoted(plan.plan)) \(objective.verb) exactly the same."
    case .better(let plan): better(plan)
    case .baselineBest(let plan): baselineBest(plan)
    case .unclear(let plan): unclear(plan)
    }
  }

  private var alone: String {
    let spread = level.spread
    let rounding = rounding([level.value, spread?.low, spread?.high])
    let loses = objective == .profit && level.value < 0
    let verb =
      loses
      ? "loses \(rounding.full(level.value))" : objective.phrase(rounding.full(level.value))
    let range = spread.map {
      "; in 95 of 100 markets \(loses ? "it earns " : "")between \(levels($0, rounding))"
    }
    return "\(quoted(baseline)) \(verb) in \(days) days\(range ?? "")."
  }

  private func better(_ plan: Standing) -> String {
    let rounding = rounding(plan)
    let amount = rounding.full(plan.difference.value)
    let start =
      "\(quoted(plan.plan)) \(objective.phrase(amount, isMore: true)) than \(quoted(baseline))"
    guard let spread = plan.difference.spread else { return start + "." }
    guard spread.low < 0 else {
      return "\(start); in 95 of 100 markets between \(differences(spread, rounding))."
    }
    return "\(start) on average, but not in every market: in 95 of 100 between"
      + " \(differences(spread, rounding)), and more than \(quoted(baseline)) in"
      + " \(outOfHundred(plan.chanceHigher))."
  }

  private func baselineBest(_ plan: Standing) -> String {
    let rounding = rounding(plan)
    let amount = rounding.full(plan.difference.value)
    let spread = plan.difference.spread.map {
      "; in 95 of 100 markets between \(differences($0, rounding))"
    }
    return "No plan is better than \(quoted(baseline)): the nearest, \(quoted(plan.plan)),"
      + " \(objective.phrase(amount, isMore: false))\(spread ?? "")."
  }

  private func unclear(_ plan: Standing) -> String {
    let rounding = rounding(plan)
    let amount = rounding.full(plan.difference.value)
    let start =
      "No plan is clearly better than \(quoted(baseline)): \(quoted(plan.plan))"
      + " \(objective.phrase(amount, isMore: plan.difference.value >= 0))"
    guard let known = plan.known else {
      return start + ", but a single replication cannot tell how sure that is."
    }
    let error = Rounding([known.width / 2], objective.measure.unit, currency, digits: 2)
    // A spread narrower than the error would say more than is known: a sample's spread can be.
    let spread = plan.difference.spread.flatMap {
      $0.width < known.width
        ? nil : "; in 95 of 100 markets between \(differences($0, rounding))"
    }
    return "\(start), but \(replications) replications tell that only to"
      + " ±\(error.full(known.width / 2))\(spread ?? "")."
  }

  private func rounding(_ values: [Double?]) -> Rounding {
    Rounding(values, objective.measure.unit, currency)
  }

  private func rounding(_ plan: Standing) -> Rounding {
    let spread = plan.difference.spread
    return rounding([plan.difference.value, spread?.low, spread?.high])
  }

  /// Such as `9,800 and 14,900` or `3,000 less and 5,200 more`.
  private func differences(_ spread: Interval, _ rounding: Rounding) -> String {
    let (low, high) = (rounding.bare(spread.low), rounding.bare(spread.high))
    if spread.low >= 0 { return "\(low) and \(high)" }
    if spread.high <= 0 { return "\(high) and \(low) \(objective.less)" }
    return "\(low) \(objective.less) and \(high) more"
  }

  private func levels(_ spread: Interval, _ rounding: Rounding) -> String {
    func signed(_ value: Double) -> String { (value < 0 ? "−" : "") + rounding.bare(value) }
    return "\(signed(spread.low)) and \(signed(spread.high))"
  }

  /// A share of markets; never 100 of 100 where one was otherwise.
  private func outOfHundred(_ share: Double) -> String {
    let rounded = Int((share * 100).rounded())
    return "\(share < 1 ? min(99, rounded) : 100) of 100"
  }
}

/// A name in the planner's own words, set apart from ours.
func quoted(_ name: String) -> String { "“\(name.printable)”" }
