import Experiments
internal import Statistics

/// What effects mean: higher, lower, not to be told apart, too early to say, not worse.
struct Deciding {
  let plan: AnalysisPlan
  let split: SplitCheck
  let units: Int

  /// None where the split is broken: no effect can be trusted then.
  func decisions(_ comparisons: [MetricComparison], _ names: [String]) -> [Decision] {
    guard !split.isBroken else { return [] }
    return comparisons.flatMap { comparison in
      zip(names.dropFirst(), comparison.arms).flatMap { name, arm in
        decisions(comparison.metric.name, name, arm)
      }
    }
  }

  private func decisions(
    _ metric: String, _ name: String, _ arm: Result<EffectEstimate, NotEstimable>
  ) -> [Decision] {
    func decision(
      _ verdict: Decision.Verdict, margin: Margin? = nil, reason: String? = nil
    ) -> Decision {
      Decision(metric: metric, arm: name, verdict: verdict, margin: margin, reason: reason)
    }
    switch arm {
    case .failure(let problem): return [decision(.notEstimable, reason: problem.reason)]
    case .success(let effect):
      var all = [decision(verdict(effect))]
      for margin in plan.margins where margin.metric == metric {
        let isShown = effect.isNotWorse(than: margin)
        all.append(decision(isShown ? .notWorse : .notWorseNotShown, margin: margin))
      }
      for margin in plan.equivalences where margin.metric == metric {
        let isShown = effect.isEquivalent(within: margin)
        all.append(decision(isShown ? .equivalent : .equivalenceNotShown, margin: margin))
      }
      return all
    }
  }

  private func verdict(_ effect: EffectEstimate) -> Decision.Verdict {
    // Both must agree: a p-value corrected by steps has no interval of its own.
    let isSure = effect.adjustedPValue <= 1 - plan.confidence
    if isSure { return effect.effect.estimate > 0 ? .higher : .lower }
    guard plan.sequential != nil else { return .unclear }
    let isOver = plan.plannedUnits.map { Double(units) >= $0 } ?? false
    return isOver ? .unclear : .tooEarly
  }
}
