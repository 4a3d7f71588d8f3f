import Experiments
import Statistics

/// P-values and intervals that hold for all arms of a metric together, as the resamples have them together.
///
/// Each arm's interval leaves out as many resamples as every other's, the most at which few enough
/// resamples lie outside in any arm: Beran, "Balanced simultaneous confidence sets", Journal of the
/// American Statistical Association 83, 1988. An adjusted p-value is (1 + #)/(B + 1), # of B resamples
/// being as far out in some arm: Westfall and Young, "Resampling-based multiple testing", 1993, 2.3.
struct JointResamples {
  private let comparison: MetricComparison
  private let confidence: Double
  /// By resample, how far out it is in the arm where it is farthest; ascending.
  private let least: [Int]

  init(_ comparison: MetricComparison, _ confidence: Double) {
    self.comparison = comparison
    self.confidence = confidence
    let depths = comparison.estimates.compactMap { $0?.resampled?.depths }
    least = (0..<(depths.first?.count ?? 0)).map { resample in
      depths.map { $0[resample] }.min() ?? 0
    }.sorted()
  }

  var corrected: [Result<CorrectedEstimate, NotEstimable>] {
    let outside = ResamplingPlan.tail(1 - confidence, of: least.count)
    let tail = outside < 1 ? 0 : least[outside - 1] - 1
    return comparison.each { estimate throws(NotEstimable) in
      guard let resampled = estimate.resampled else {
        return try estimate.alone(confidence: confidence)
      }
      let far = least.count { $0 <= resampled.tail }
      return try estimate.leavingOut(
        tail, of: resampled, confidence: confidence,
        pValue: Double(1 + far) / Double(least.count + 1))
    }
  }
}
