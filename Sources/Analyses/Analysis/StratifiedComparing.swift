import Experiments
internal import Statistics

extension MetricComparison {
  /// Post-stratified: what strata explain is taken from the error.
  init(
    _ metric: MetricSpecification, _ outcome: Outcome, names: [String], strata: [[CoMoments]],
    overall: [CoMoments], confidence: Double
  ) {
    self.metric = metric
    method = "post-stratified"
    let method = method
    arms = names.indices.dropFirst().map { place in
      Self.result { () throws(NotEstimable) in
        let split = try PostStratification(
          control: strata.map { $0[0] }, treatment: strata.map { $0[place] })
        let effect = try split.difference(in: outcome)
        let control = try outcome.moments(in: overall[0]).mean
        return EffectEstimate(
          metric: metric.name, arm: names[place], method: method, effect: effect,
          controlValue: control, armValue: control + effect.estimate,
          confidence: confidence,
          relative: RelativeSource { () throws(NotEstimable) in
            .delta(try split.lift(in: outcome))
          })
      }
    }
  }
}
