import Experiments
import Statistics

extension MetricComparison {
  /// Without the arms in which the outcome has no value before anything is adjusted, or varies by nothing but
  /// rounding before or after: an adjustment may turn a denominator of 0 into next to nothing, and what never
  /// varies, or what covariates explain to the last digit, into an effect of its last digits.
  func refusing(_ moments: MetricMoments?) -> MetricComparison {
    guard let moments else { return self }
    let found = moments.byArm.map { own -> Result<Moments, NotEstimable>? in
      own.count > 0
        ? Self.result { () throws(NotEstimable) in try moments.outcome.moments(in: own) } : nil
    }
    return MetricComparison(
      metric, method: method, errors: errors,
      arms.enumerated().map { place, arm in
        Self.result { () throws(NotEstimable) in
          let control = try found[0]?.get()
          let own = found.indices.contains(place + 1) ? try found[place + 1]?.get() : nil
          let estimate = try arm.get()
          guard let own, let control, own.count > 1, control.count > 1 else { return estimate }
          let unadjusted = try Effect.difference(own, from: control)
          guard estimate.effect.standardError > Self.rounding(unadjusted, own, control) else {
            throw NotEstimable(
              "the covariates explain the metric to its last digit, so that nothing is left to vary"
            )
          }
          return estimate
        }
      })
  }

  /// How large a standard error can be from rounding alone: values are known to half an ulp, and what is
  /// taken from them to a few units in the last place of their spread.
  private static func rounding(_ effect: Effect, _ one: Moments, _ other: Moments) -> Double {
    let size = max(one.mean.magnitude, other.mean.magnitude)
    let units = Double(min(one.count, other.count)).squareRoot()
    return 1e-12 * effect.standardError + 4 * Double.ulpOfOne * size / units
  }
}
