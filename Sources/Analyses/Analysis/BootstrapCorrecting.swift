import Experiments
internal import Statistics

extension MetricComparison {
  /// Whether its intervals come from resamples.
  var isResampled: Bool { effects.contains { $0?.resampled != nil } }

  /// Makes p-values and intervals hold for all arms together, as the resamples have them together.
  ///
  /// Each arm's interval leaves out as many resamples as every other's, the most at which few enough
  /// resamples lie outside in any arm: Beran, "Balanced simultaneous confidence sets", Journal of the
  /// American Statistical Association 83, 1988. An adjusted p-value is (1 + #)/(B + 1), # of B resamples
  /// being as far out in some arm: Westfall and Young, "Resampling-based multiple testing", 1993, 2.3.
  mutating func correctJointly(confidence: Double) {
    let known = arms.indices.filter { effects[$0]?.resampled != nil }
    let depths = known.compactMap { effects[$0]?.resampled?.depths }
    guard let resamples = depths.first?.count else { return }
    let least = (0..<resamples).map { resample in depths.map { $0[resample] }.min() ?? 0 }.sorted()
    let outside = ResampledEffect.tail(1 - confidence, of: resamples)
    let tail = outside < 1 ? 0 : least[outside - 1] - 1
    for place in known {
      arms[place] = Self.result { () throws(NotEstimable) in
        var effect = try arms[place].get()
        guard let resampled = effect.resampled else { return effect }
        let far = least.count { $0 <= resampled.tail }
        effect.adjustedPValue = Double(1 + far) / Double(resamples + 1)
        try effect.widen(leavingOut: tail, resampled)
        return effect
      }
    }
  }
}
