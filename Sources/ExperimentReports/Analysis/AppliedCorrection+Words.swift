import Analyses
import Experiments
import Takeaways

extension AppliedCorrection {
  /// Which correction was applied, without a full stop.
  var words: String {
    switch self {
    case .none: "none"
    case .notNeeded: "none, as one arm is compared with the control"
    case .dunnett(let isResampled, let hasFallenBack):
      "Dunnett: p-values and intervals hold for all arms of a metric together"
        + (isResampled
          ? ", bootstrapped ones by the least p-value of all arms in each resample" : "")
        + (hasFallenBack
          ? "; Holm's p-values and Bonferroni's intervals where strata are weighted or events few"
          : "")
    case .steps(let correction, let comparisons):
      "\(correction.rawValue): p-values of all \(comparisons) comparisons together; intervals are each"
        + " for itself"
    case .sequential(let rule, let arms, let tunedUnits):
      rule.words
        + (tunedUnits.map { ", and is tightest at \(Readable.number($0, decimals: 0)) units" } ?? "")
        + (arms > 1 ? "; Bonferroni for the \(arms) arms of a metric" : "")
    }
  }
}

extension SequentialRule {
  var words: String {
    switch self {
    case .asymptotic: "asymptotic confidence sequence: it holds at every look"
    case .obrienFleming: "O'Brien–Fleming-type spending over the looks"
    case .pocock: "Pocock-type spending over the looks"
    }
  }
}
