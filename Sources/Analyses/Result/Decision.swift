import Experiments

/// What an effect means for the planner.
public struct Decision: Sendable, Equatable {
  public enum Verdict: String, Sendable {
    case higher, lower
    /// The data do not tell which.
    case unclear
    /// As before, but more looks are to come.
    case tooEarly
    case notWorse
    case notWorseNotShown
    case equivalent, equivalenceNotShown
    case notEstimable
  }

  public let metric: String
  public let arm: String
  public let verdict: Verdict
  /// What `notWorse`, `equivalent` and their opposites are about.
  public var margin: Margin? { test?.margin }
  /// How that was tested.
  public let test: MarginTest?
  /// Why it is not estimable.
  public let reason: String?
}

/// What effects mean: higher, lower, not to be told apart, too early to say, not worse.
struct Decisions {
  private let plan: AnalysisPlan
  private let units: Int
  private let margins: [MarginTest]
  /// One for each metric and arm, and for its margins; none where the split is broken: no effect can be
  /// trusted then.
  private(set) var all: [Decision] = []

  /// - Parameters:
  ///   - experiment: What is asked, and how units were split.
  ///   - effects: By metric, then by arm beside the control.
  ///   - margins: What was tested against margins.
  init(
    _ experiment: Experiment, _ effects: [[Result<EffectEstimate, NotEstimable>]],
    _ margins: [MarginTest]
  ) {
    self.margins = margins
    plan = experiment.plan
    units = experiment.table.randomised
    guard !experiment.split.isBroken else { return }
    all = zip(plan.metrics, effects).flatMap { metric, arms in
      zip(experiment.names.dropFirst(), arms).flatMap { decisions(metric.name, $0, $1) }
    }
  }

  private func decisions(
    _ metric: String, _ name: String, _ arm: Result<EffectEstimate, NotEstimable>
  ) -> [Decision] {
    func decision(
      _ verdict: Decision.Verdict, _ test: MarginTest? = nil, reason: String? = nil
    ) -> Decision {
      Decision(
        metric: metric, arm: name, verdict: verdict, test: test,
        reason: reason)
    }
    switch arm {
    case .failure(let problem): return [decision(.notEstimable, reason: problem.reason)]
    case .success(let effect):
      return [decision(verdict(effect))]
        + margins.filter { $0.metric == metric && $0.arm == name }.map { test in
          let verdict: Decision.Verdict =
            test.isEquivalence
            ? test.isShown ? .equivalent : .equivalenceNotShown
            : test.isShown ? .notWorse : .notWorseNotShown
          return decision(verdict, test)
        }
    }
  }

  private func verdict(_ effect: EffectEstimate) -> Decision.Verdict {
    // Both must agree: a p-value corrected by steps has no interval of its own.
    let isSure = effect.adjustedPValue <= 1 - plan.confidence
    if isSure { return (effect.crossing?.effect ?? effect.effect).estimate > 0 ? .higher : .lower }
    guard let rule = plan.sequential else { return .unclear }
    // Where no units are planned, spending takes the last look for the end, and has nothing left.
    let isOver = plan.plannedUnits.map { Double(units) >= $0 } ?? (rule != .asymptotic)
    return isOver ? .unclear : .tooEarly
  }
}
