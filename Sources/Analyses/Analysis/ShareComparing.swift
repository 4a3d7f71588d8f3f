import Experiments
internal import Statistics

extension MetricComparison {
  /// Shares of units, from the moments of a column of 0 and 1.
  init(
    shares metric: MetricSpecification, _ variable: Int, names: [String], moments: [CoMoments],
    confidence: Double
  ) {
    self.metric = metric
    method = "pooled z, Newcombe"
    let method = method
    func proportion(_ arm: CoMoments) throws(NotEstimable) -> Proportion {
      let units = Double(arm.count)
      // The mean of zeros and ones times their number is whole but for rounding.
      guard
        let share = try? Proportion(
          successes: (arm.means[variable] * units).rounded(), trials: units)
      else { throw NotEstimable("an arm has no unit with a value") }
      return share
    }
    arms = names.indices.dropFirst().map { place in
      Self.result { () throws(NotEstimable) in
        let shares = ProportionDifference(
          try proportion(moments[place]), from: try proportion(moments[0]))
        return EffectEstimate(
          metric: metric.name, arm: names[place], method: method, effect: try shares.pooledTest(),
          controlValue: shares.control.estimate, armValue: shares.treatment.estimate,
          shares: shares, confidence: confidence,
          relative: RelativeSource { () throws(NotEstimable) in
            try RelativeLift(
              moments[place].moments(of: variable), over: moments[0].moments(of: variable)
            ).source
          })
      }
    }
    variances = moments.map { Self.square($0.moments(of: variable).standardError) }
  }
}
