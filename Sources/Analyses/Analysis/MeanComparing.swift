import Experiments
internal import Statistics

extension MetricComparison {
  /// From the moments of the arms, the control first.
  init(
    _ metric: MetricSpecification, _ outcome: Outcome, method: String? = nil, names: [String],
    moments: [CoMoments], confidence: Double
  ) {
    self.metric = metric
    let method = method ?? metric.welchName
    self.method = method
    let control = Self.moments(outcome, moments[0])
    arms = []
    for (name, arm) in zip(names, moments).dropFirst() {
      arms.append(
        Self.result { () throws(NotEstimable) in
          guard arm.count > 0 else { throw NotEstimable("it has no unit with a value") }
          return try Self.effect(
            metric, method, name, arm: try Self.moments(outcome, arm).get(),
            control: try control.get(),
            confidence: confidence)
        })
    }
    variances = moments.map { Self.square(try? Self.moments(outcome, $0).get().standardError) }
  }

  private static func moments(
    _ outcome: Outcome, _ arm: CoMoments
  ) -> Result<Moments, NotEstimable> {
    result { () throws(NotEstimable) in
      guard arm.count > 0 else { throw NotEstimable("an arm has no unit with a value") }
      return try outcome.moments(in: arm)
    }
  }

  private static func effect(
    _ metric: MetricSpecification, _ method: String, _ name: String, arm: Moments,
    control: Moments, confidence: Double
  ) throws(NotEstimable) -> EffectEstimate {
    let effect = try Effect.difference(arm, from: control)
    return EffectEstimate(
      metric: metric.name, arm: name, method: method, effect: effect,
      controlValue: control.mean, armValue: arm.mean,
      confidence: confidence,
      relative: RelativeSource { () throws(NotEstimable) in
        try RelativeLift(arm, over: control).source
      })
  }
}

extension MetricSpecification {
  var welchName: String {
    if case .ratio = kind { return "Welch, delta method" }
    return "Welch"
  }
}
