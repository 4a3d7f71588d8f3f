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
}

/// Allows for there being several arms, or several metrics too.
struct Corrections {
  let rule: CorrectionRule
  let confidence: Double

  func corrected(_ comparisons: [MetricComparison]) -> Corrected {
    if let correction = rule.steps { return steps(comparisons, correction) }
    return rule == .dunnett
      ? dunnett(comparisons) : Corrected(estimates: comparisons.map(alone), applied: .none)
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
      return Corrected(estimates: comparisons.map(alone), applied: .notNeeded)
    }
    var hasFallenBack = false
    let estimates = comparisons.map { comparison in
      if comparison.isResampled { return JointResamples(comparison, confidence).corrected }
      guard comparison.estimates.count(where: { $0 != nil }) > 1 else { return alone(comparison) }
      guard let law = law(comparison) else {
        hasFallenBack = true
        return bonferroni(comparison)
      }
      return together(comparison, law)
    }
    return Corrected(
      estimates: estimates,
      applied: .dunnett(
        isResampled: comparisons.contains(where: \.isResampled), hasFallenBack: hasFallenBack))
  }

  private func together(
    _ comparison: MetricComparison, _ law: LargestStatistic
  ) -> [Result<CorrectedEstimate, NotEstimable>] {
    let critical = law.criticalValue(confidence: confidence)
    return comparison.each { estimate in
      estimate.widened(
        to: critical,
        // Rounding must not make the corrected one the smaller.
        pValue: max(estimate.pValue, law.adjustedPValue(estimate.effect.statistic)))
    }
  }

  /// Of a metric's arms; nil where their errors are not known together.
  private func law(_ comparison: MetricComparison) -> LargestStatistic? {
    let estimates = comparison.estimates
    let known = estimates.indices.filter { estimates[$0] != nil }
    // The fewest degrees of freedom of any arm: those of one variance for all would promise too much.
    let freedom = estimates.compactMap { $0?.effect.degreesOfFreedom }.min() ?? .infinity
    switch comparison.errors {
    case .joint(let covariance):
      guard known.count == covariance.rows else { return nil }
      return (try? MaximumT(covariance: covariance, degreesOfFreedom: freedom)).map { .any($0) }
    case .independent(let variances):
      guard variances[0].isFinite, known.allSatisfy({ variances[$0 + 1].isFinite }) else {
        return nil
      }
      return
        (try? Dunnett(
          controlVariance: variances[0], armVariances: known.map { variances[$0 + 1] },
          degreesOfFreedom: freedom)).map { .independent($0) }
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
    let estimates = comparisons.map { comparison in
      comparison.each { estimate throws(NotEstimable) in
        try estimate.alone(confidence: confidence, pValue: adjusted.popFirst())
      }
    }
    return Corrected(
      estimates: estimates, applied: .steps(correction, comparisons: known.count))
  }
}

/// The law of the largest statistic of several arms against one control.
private enum LargestStatistic {
  case independent(Dunnett)
  case any(MaximumT)

  func criticalValue(confidence: Double) -> Double {
    switch self {
    case .independent(let law): law.criticalValue(confidence: confidence)
    case .any(let law): law.criticalValue(confidence: confidence)
    }
  }

  func adjustedPValue(_ statistic: Double) -> Double {
    switch self {
    case .independent(let law): law.adjustedPValue(statistic)
    case .any(let law): law.adjustedPValue(statistic)
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

extension CorrectionRule {
  /// The correction of p-values by steps; nil where it is none.
  var steps: Correction? {
    switch self {
    case .holm: .holm
    case .hochberg: .hochberg
    case .benjaminiHochberg: .benjaminiHochberg
    case .benjaminiYekutieli: .benjaminiYekutieli
    case .dunnett, .none: nil
    }
  }
}
