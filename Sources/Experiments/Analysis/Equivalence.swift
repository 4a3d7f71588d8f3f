internal import Statistics

extension AnalysisPlan {
  /// What is wrong with its margins of equivalence.
  var equivalenceProblems: [PlanProblem] {
    equivalences.filter { margin in !metrics.contains { $0.name == margin.metric } }.map { margin in
      PlanProblem(
        "the margin of equivalence is for “\(margin.metric)”, which is no metric of this analysis",
        key: "equivalent")
    }
  }
}

extension EffectEstimate {
  /// Whether the effect is shown to lie within a margin on either side of 0.
  ///
  /// The two one-sided tests of ``Effect/equivalence(above:below:)``, each at half of what the confidence
  /// leaves: so one interval, whatever it was corrected for, serves every decision, as the International
  /// Conference on Harmonisation has it ("E9: Statistical principles for clinical trials", 1998).
  func isEquivalent(within margin: Double) -> Bool {
    interval.low > -margin && interval.high < margin
  }
}

extension Margin {
  /// In the metric's unit, above 0.
  func size(controlValue: Double) -> Double {
    isShare ? size * controlValue.magnitude : size
  }
}
