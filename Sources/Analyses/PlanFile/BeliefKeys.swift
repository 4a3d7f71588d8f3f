import Documents
import Experiments

extension Key<AnalysisDraft> {
  /// Metrics and how little they are to differ.
  static var equivalences: Key {
    entries(
      "equivalent", "Metrics to be shown to differ from the control's by less than a margin.",
      "metrics and their margins such as `{revenue: 2%, sessions: 0.1}`"
    ) { name, text, draft throws(PlanProblem) in
      draft.equivalences.append(try Margin(metric: name, margin: text))
    }
  }

  /// How large effects are believed to be, of every metric or by metric.
  static var priors: Key {
    entries(
      "prior", "The standard deviation of effects as believed before the data.",
      "a percentage such as `10%`, or metrics and theirs such as `{revenue: 5%, visits: 0.2}`",
      takeAll: { text, draft throws(PlanProblem) in
        draft.priors.append(try PriorSpread(metric: nil, spread: text))
      }
    ) { name, text, draft throws(PlanProblem) in
      draft.priors.append(try PriorSpread(metric: name, spread: text))
    }
  }
}
