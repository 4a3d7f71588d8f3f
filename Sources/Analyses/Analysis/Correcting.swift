import Experiments
internal import Statistics

/// Allows for there being several arms, or several metrics too.
struct Correcting {
  let rule: CorrectionRule
  let confidence: Double

  /// Corrects the p-values and, where the rule has any, the intervals.
  ///
  /// - Returns: Which correction was applied, as words.
  func apply(to comparisons: inout [MetricComparison]) -> String {
    switch rule {
    case .dunnett: dunnett(&comparisons)
    case .holm: adjust(&comparisons, .holm)
    case .hochberg: adjust(&comparisons, .hochberg)
    case .benjaminiHochberg: adjust(&comparisons, .benjaminiHochberg)
    case .benjaminiYekutieli: adjust(&comparisons, .benjaminiYekutieli)
    case .none: "none"
    }
  }

  /// Each metric's arms together: p-values and intervals.
  private func dunnett(_ comparisons: inout [MetricComparison]) -> String {
    guard comparisons.contains(where: { $0.arms.count > 1 }) else {
      return "none, as one arm is compared with the control"
    }
    var hasFallenBack = false
    for place in comparisons.indices where comparisons[place].arms.count > 1 {
      if !dunnett(&comparisons[place]) { hasFallenBack = true }
    }
    let usual =
      "Dunnett: p-values and intervals hold for all arms of a metric together"
      + (comparisons.contains(where: \.isResampled)
        ? ", bootstrapped ones by the least p-value of all arms in each resample" : "")
    return hasFallenBack
      ? usual + "; Holm's p-values and Bonferroni's intervals where strata are weighted"
      : usual
  }

  private func dunnett(_ comparison: inout MetricComparison) -> Bool {
    if comparison.isResampled {
      comparison.correctJointly(confidence: confidence)
      return true
    }
    let known = comparison.arms.indices.filter { comparison.effects[$0] != nil }
    guard known.count > 1 else { return true }
    let effects = known.compactMap { comparison.effects[$0] }
    // The fewest degrees of freedom of any arm: those of one variance for all would promise too much.
    let freedom = effects.map(\.effect.degreesOfFreedom).min() ?? .infinity
    if let covariance = comparison.covariance, known.count == covariance.rows,
      let law = try? MaximumT(covariance: covariance, degreesOfFreedom: freedom)
    {
      apply(law.criticalValue(confidence: confidence), law.adjustedPValue, known, &comparison)
      return true
    }
    guard let variances = comparison.variances, variances[0].isFinite,
      known.allSatisfy({ variances[$0 + 1].isFinite }),
      let law = try? Dunnett(
        controlVariance: variances[0], armVariances: known.map { variances[$0 + 1] },
        degreesOfFreedom: freedom)
    else {
      bonferroni(&comparison, known)
      return false
    }
    apply(law.criticalValue(confidence: confidence), law.adjustedPValue, known, &comparison)
    return true
  }

  private func apply(
    _ critical: Double, _ adjusted: (Double) -> Double, _ known: [Int],
    _ comparison: inout MetricComparison
  ) {
    for place in known {
      guard var effect = comparison.effects[place] else { continue }
      // Rounding must not make the corrected one the smaller.
      effect.adjustedPValue = max(effect.pValue, adjusted(effect.effect.statistic))
      effect.widen(to: critical)
      comparison.arms[place] = .success(effect)
    }
  }

  private func bonferroni(_ comparison: inout MetricComparison, _ known: [Int]) {
    let effects = known.compactMap { comparison.effects[$0] }
    let adjusted = Correction.holm.adjusted(effects.map(\.pValue))
    let level = 1 - (1 - confidence) / Double(known.count)
    for (index, place) in known.enumerated() {
      var effect = effects[index]
      effect.adjustedPValue = adjusted[index]
      effect.take(effect.effect.interval(confidence: level))
      comparison.arms[place] = .success(effect)
    }
  }

  /// All metrics and arms together: p-values alone.
  private func adjust(
    _ comparisons: inout [MetricComparison], _ correction: Correction
  ) -> String {
    var places: [(comparison: Int, arm: Int)] = []
    for (index, comparison) in comparisons.enumerated() {
      for (arm, effect) in comparison.effects.enumerated() where effect != nil {
        places.append((index, arm))
      }
    }
    let effects = places.compactMap { comparisons[$0.comparison].effects[$0.arm] }
    let adjusted = correction.adjusted(effects.map(\.pValue))
    for (index, place) in places.enumerated() {
      var effect = effects[index]
      effect.adjustedPValue = adjusted[index]
      comparisons[place.comparison].arms[place.arm] = .success(effect)
    }
    let count = places.count
    return "\(correction.rawValue): p-values of all \(count) comparisons together; intervals are"
      + " each for itself"
  }
}
