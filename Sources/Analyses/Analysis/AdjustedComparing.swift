import Experiments
internal import Statistics

extension MetricComparison {
  /// Adjusted for covariates, clustered, or both; arms the table lacks have no units.
  init(
    _ metric: MetricSpecification, _ means: JointMeans?, places: [Result<Int, NotEstimable>],
    method: String, names: [String], confidence: Double
  ) {
    self.metric = metric
    self.method = method
    arms = names.indices.dropFirst().map { arm in
      Self.result { () throws(NotEstimable) in
        guard arm < places.count else { throw NotEstimable("the arm has no units") }
        let place = try places[arm].get()
        guard let means else { throw NotEstimable("no arm can be compared with the control") }
        let effect = try means.effect(place)
        return EffectEstimate(
          metric: metric.name, arm: names[arm], method: method, effect: effect,
          controlValue: means.values[0], armValue: means.values[place], confidence: confidence,
          relative: RelativeSource { () throws(NotEstimable) in try means.relative(place) })
      }
    }
    guard let means else { return }
    if means.areIndependent {
      variances = names.indices.map { arm in
        guard arm < places.count, let place = try? places[arm].get() else { return .nan }
        return means.covariance[place, place]
      }
    } else {
      covariance = means.effectCovariance
    }
  }
}
