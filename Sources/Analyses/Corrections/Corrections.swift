public import Experiments
import Statistics

/// How p-values and intervals were made to hold together.
public enum AppliedCorrection: Sendable, Equatable {
  case none
  /// One arm is compared with the control.
  case notNeeded
  /// P-values and intervals hold for all arms of a metric together; bootstrapped ones by the least p-value
  /// of all arms in each resample, and where strata are weighted or events few by Holm and Bonferroni.
  case dunnett(isResampled: Bool, hasFallenBack: Bool)
  /// P-values of so many comparisons together; intervals are each for itself.
  case steps(Correction, comparisons: Int)
  /// P-values and intervals of a sequential rule, by Bonferroni for so many arms; tightest at so many units.
  case sequential(SequentialRule, arms: Int, tunedUnits: Double?)
}

/// What comparisons come to once there being many is allowed for: by metric, then by arm.
struct Corrected: Sendable {
  let estimates: [[Result<CorrectedEstimate, NotEstimable>]]
  let applied: AppliedCorrection

  init(
    _ estimates: [[Result<CorrectedEstimate, NotEstimable>]], _ applied: AppliedCorrection
  ) {
    self.estimates = estimates
    self.applied = applied
  }

  /// Each estimate for itself, in the comparisons' order.
  init(
    _ comparisons: [MetricComparison], _ applied: AppliedCorrection,
    _ correct: (MetricComparison) -> [Result<CorrectedEstimate, NotEstimable>]
  ) {
    estimates = comparisons.map(correct)
    self.applied = applied
  }
}

/// Allows for there being several arms, or several metrics too.
struct Corrections {
  let rule: CorrectionRule
  let confidence: Double

  func corrected(_ comparisons: [MetricComparison]) -> Corrected {
    switch rule {
    case .dunnett: dunnett(comparisons)
    case .holm: steps(comparisons, .holm)
    case .hochberg: steps(comparisons, .hochberg)
    case .benjaminiHochberg: steps(comparisons, .benjaminiHochberg)
    case .benjaminiYekutieli: steps(comparisons, .benjaminiYekutieli)
    case .none: Corrected(comparisons, .none, alone)
    }
  }

  private func alone(
    _ comparison: MetricComparison
  ) -> [Result<CorrectedEstimate, NotEstimable>] {
    comparison.each { estimate throws(NotEstimable) in
      try estimate.alone(confidence: confidence)
    }
  }

  /// Each metric's arms together: p-values and intervals.
  private func dunnett(_ comparisons: [MetricComparison]) -> Corrected {
    guard comparisons.contains(where: { $0.arms.count > 1 }) else {
      return Corrected(comparisons, .notNeeded, alone)
    }
    return Corrected(
      comparisons,
      .dunnett(
        isResampled: comparisons.contains(where: \.isResampled),
        hasFallenBack: comparisons.contains { joint($0) == nil }), dunnett)
  }

  private func dunnett(
    _ comparison: MetricComparison
  ) -> [Result<CorrectedEstimate, NotEstimable>] {
    guard comparison.estimates.count(where: { $0 != nil }) > 1 || comparison.isResampled else {
      return alone(comparison)
    }
    if comparison.isResampled { return JointResamples(comparison, confidence).corrected }
    guard let joint = joint(comparison) else { return bonferroni(comparison) }
    return comparison.each { estimate in
      estimate.widened(
        to: joint.critical,
        // Rounding must not make the corrected one the smaller.
        pValue: max(estimate.pValue, joint.adjusted(estimate.effect.statistic)))
    }
  }

  /// The law of the largest statistic of a metric's arms; nil where their errors are not known together.
  private func joint(
    _ comparison: MetricComparison
  ) -> (critical: Double, adjusted: (Double) -> Double)? {
    let estimates = comparison.estimates
    let known = estimates.indices.filter { estimates[$0] != nil }
    guard known.count > 1, !comparison.isResampled else { return (.nan, { _ in .nan }) }
    // The fewest degrees of freedom of any arm: those of one variance for all would promise too much.
    let freedom = estimates.compactMap { $0?.effect.degreesOfFreedom }.min() ?? .infinity
    switch comparison.errors {
    case .joint(let covariance):
      guard known.count == covariance.rows,
        let law = try? MaximumT(covariance: covariance, degreesOfFreedom: freedom)
      else { return nil }
      return (law.criticalValue(confidence: confidence), law.adjustedPValue)
    case .independent(let variances):
      guard variances[0].isFinite, known.allSatisfy({ variances[$0 + 1].isFinite }),
        let law = try? Dunnett(
          controlVariance: variances[0], armVariances: known.map { variances[$0 + 1] },
          degreesOfFreedom: freedom)
      else { return nil }
      return (law.criticalValue(confidence: confidence), law.adjustedPValue)
    case .unknown: return nil
    }
  }

  private func bonferroni(
    _ comparison: MetricComparison
  ) -> [Result<CorrectedEstimate, NotEstimable>] {
    let known = comparison.estimates.compactMap(\.self)
    var adjusted = Correction.holm.adjusted(known.map(\.pValue))[...]
    let level = 1 - (1 - confidence) / Double(known.count)
    return comparison.each { estimate throws(NotEstimable) in
      try estimate.alone(confidence: level, pValue: adjusted.popFirst())
    }
  }

  /// All metrics and arms together: p-values alone.
  private func steps(_ comparisons: [MetricComparison], _ correction: Correction) -> Corrected {
    let known = comparisons.flatMap { $0.estimates.compactMap(\.self) }
    var adjusted = correction.adjusted(known.map(\.pValue))[...]
    return Corrected(comparisons, .steps(correction, comparisons: known.count)) { comparison in
      comparison.each { estimate throws(NotEstimable) in
        try estimate.alone(confidence: confidence, pValue: adjusted.popFirst())
      }
    }
  }
}

extension MetricComparison {
  /// What each estimate comes to, in order; where there is none, why.
  func each(
    _ correct: (ArmEstimate) throws(NotEstimable) -> CorrectedEstimate
  ) -> [Result<CorrectedEstimate, NotEstimable>] {
    arms.map { arm in Self.result { () throws(NotEstimable) in try correct(try arm.get()) } }
  }
}
