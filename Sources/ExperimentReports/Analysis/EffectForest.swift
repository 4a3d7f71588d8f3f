import Analyses
import Charts
import Experiments
import Statistics
import Takeaways

extension AnalysisResult {
  /// By metric, since each has a unit of its own, its effects in all arms.
  var forests: [(metric: String, chart: Forest)] {
    plan.metrics.compactMap { metric in
      let own = effects.filter { $0.metric == metric.name }
      guard !own.isEmpty else { return nil }
      let rows = own.map { effect in
        let words = EffectWords(effect, plan, control: control)
        let scale = metric.isProportion ? 100.0 : 1
        return Forest.Row(
          name: effect.arm.printable, estimate: effect.effect.estimate * scale,
          interval: Interval(
            low: effect.interval.low * scale, high: effect.interval.high * scale),
          label: words.figures,
          decision: decisions.first {
            $0.metric == effect.metric && $0.arm == effect.arm
          }.map { Self.words($0.verdict) } ?? "")
      }
      let sure = Decimals.trimmed(plan.confidence * 100, 4)
      let chart = Forest(
        title: "Effects on \(metric.name.printable) against \(quoted(control))",
        sentence: rows.map { "\(quoted($0.name)): \($0.label), \($0.decision)" }
          .joined(separator: "; ") + ".",
        rows: rows,
        axis:
          "\(metric.name.printable)\(metric.isProportion ? ", percentage points" : ""), arm less"
          + " \(quoted(control)); lines are \(sure)% sure")
      return (metric.name, chart)
    }
  }

  private static func words(_ verdict: Decision.Verdict) -> String {
    switch verdict {
    case .higher: "higher"
    case .lower: "lower"
    case .unclear: "no difference is shown"
    case .tooEarly: "too early to say"
    case .notWorse: "non-inferior"
    case .notWorseNotShown: "not shown to be non-inferior"
    case .equivalent: "equivalent"
    case .equivalenceNotShown: "not shown to be equivalent"
    case .notEstimable: "nothing can be said"
    }
  }
}
