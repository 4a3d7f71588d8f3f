import Market
import Planning
import Statistics

extension RunResult {
  var standings: [Standing] { ranked.compactMap { Standing($0, currency) } }

  /// What the leader's guardrails say, and which plan keeps them all.
  func guardrailRemark(_ verdict: Verdict) -> String? {
    guard case .better(let leader) = verdict, !leader.broken.isEmpty else { return nil }
    let many = leader.broken.count > 1
    let remark =
      "But \(quoted(leader.plan)) breaks \(many ? "guardrails" : "a guardrail"):"
      + " \(leader.broken.joined(separator: "; "))."
    let keeping = standings.first { $0.broken.isEmpty && ($0.known?.low ?? 0) > 0 }
    guard let keeping else {
      return remark + " No plan that is clearly better keeps every guardrail."
    }
    let amount = Rounding([keeping.difference.value], scenario.objective.measure.unit, currency)
      .full(keeping.difference.value)
    return remark + " The best that keeps every guardrail is \(quoted(keeping.plan)): it"
      + " \(scenario.objective.phrase(amount, isMore: true)) than the baseline."
  }

  /// How often the leader beats every other plan, where there are several, and who comes next.
  func chanceBestRemark(_ verdict: Verdict) -> String? {
    guard comparison.plans.count > 2, case .better(let leader) = verdict,
      let place = comparison.plans.firstIndex(where: { $0.plan.name == leader.plan })
    else { return nil }
    let chance = comparison.chanceBest(place)
    let remark =
      "It is the best of the \(comparison.plans.count) plans in"
      + " \(Readable.share(chance, decimals: 0)) of markets"
    guard chance < 0.95, let next = standings.dropFirst().first, next.difference.value > 0 else {
      return remark + "."
    }
    let amount = Rounding([next.difference.value], scenario.objective.measure.unit, currency)
      .full(next.difference.value)
    return "\(remark); next comes \(quoted(next.plan)), which"
      + " \(scenario.objective.phrase(amount, isMore: true)) than the baseline."
  }

  /// What a plan ranked by something else does to profit.
  func profitRemark(_ verdict: Verdict) -> String? {
    guard scenario.objective != .profit, let leader = verdict.leader,
      let plan = comparison.plans.first(where: { $0.plan.name == leader.plan }),
      let profit = plan.difference?.measures.first(where: { $0.measure.key == "profit" })
    else { return nil }
    let value = profit.difference.estimate.value
    let spread = profit.difference.estimate.spread
    let rounding = Rounding([value, spread?.low, spread?.high], .money, currency)
    let range = spread.map {
      " (in 95 of 100 markets \(signed($0.low, rounding)) to \(signed($0.high, rounding)))"
    }
    return "Its profit changes by \(signed(value, rounding)) \(currency.code)\(range ?? "")."
  }

  private func signed(_ value: Double, _ rounding: Rounding) -> String {
    (value < 0 ? "−" : "+") + rounding.bare(value)
  }
}
