import Experiments
import Statistics

extension AnalysisPlan {
  /// What is wrong with its margins of equivalence.
  var equivalenceProblems: [PlanProblem] {
    let signed = equivalences.filter(\.isRise).map { margin in
      PlanProblem(
        "the margin of equivalence for “\(margin.metric)” has a sign; it is on either side",
        key: "equivalent")
    }
    return signed
      + equivalences.filter { margin in !metrics.contains { $0.name == margin.metric } }.map {
        margin in
        PlanProblem(
          "the margin of equivalence is for “\(margin.metric)”, which is no metric of this analysis",
          key: "equivalent")
      }
  }
}
