internal import Statistics

extension MetricComparison {
  /// Adjusted for covariates, clustered, or both; arms the table lacks have no units.
  init(
    _ metric: MetricSpecification, _ means: JointMeans, method: String, names: [String],
    confidence: Double
  ) {
    self.metric = metric
    self.method = method
    arms = names.indices.dropFirst().map { place in
      Self.result { () throws(NotEstimable) in
        guard place < means.values.count else { throw NotEstimable("the arm has no units") }
        let effect = try means.effect(place)
        return EffectEstimate(
          metric: metric.name, arm: names[place], method: method, effect: effect,
          controlValue: means.values[0], armValue: means.values[place], confidence: confidence,
          relative: Self.relative { () throws(NotEstimable) in
            try means.relative(place, confidence: confidence)
          })
      }
    }
    guard means.values.count == names.count else { return }
    if means.areIndependent {
      variances = means.covariance.diagonal
    } else {
      covariance = means.effectCovariance
    }
  }
}
