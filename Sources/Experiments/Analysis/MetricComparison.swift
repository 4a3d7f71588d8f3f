internal import Statistics

/// All arms against the control in one metric, before anything is corrected for there being many.
struct MetricComparison {
  let metric: MetricSpecification
  let method: String
  /// Of the arms beside the control, in order.
  var arms: [Result<EffectEstimate, NotEstimable>]
  /// The squared standard errors of the arms' values, the control's first, where arms are independent; not
  /// a number for an arm that has none.
  var variances: [Double]?
  /// Of the effects that were estimated with each other, where arms share clusters.
  var covariance: Matrix?

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
          relative: Self.relative { () throws(NotEstimable) in
            try RelativeLift(
              moments[place].moments(of: variable), over: moments[0].moments(of: variable)
            ).relativeEstimate(confidence: confidence)
          })
      }
    }
    variances = moments.map { Self.square($0.moments(of: variable).standardError) }
  }

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
          relative: Self.relative { () throws(NotEstimable) in
            let lift = try split.lift(in: outcome)
            return .interval(
              estimate: lift.estimate, lift.interval(confidence: confidence), method: "delta")
          })
      }
    }
  }

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
          relative: Self.relative { () throws(NotEstimable) in
            try means.relative(place, confidence: confidence)
          })
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

  /// Nothing but a reason.
  init(_ metric: MetricSpecification, method: String, names: [String], _ reason: NotEstimable) {
    self.metric = metric
    self.method = method
    arms = names.dropFirst().map { _ in .failure(reason) }
  }

  var effects: [EffectEstimate?] { arms.map { try? $0.get() } }

  private static func square(_ error: Double?) -> Double { (error ?? .nan) * (error ?? .nan) }

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
      relative: relative { () throws(NotEstimable) in
        try RelativeLift(arm, over: control).relativeEstimate(confidence: confidence)
      })
  }

  static func relative(
    _ work: () throws(NotEstimable) -> RelativeEstimate
  ) -> RelativeEstimate {
    do {
      return try work()
    } catch {
      return .notEstimable(error)
    }
  }

  static func result<Value>(
    _ work: () throws(NotEstimable) -> Value
  ) -> Result<Value, NotEstimable> {
    do {
      return .success(try work())
    } catch {
      return .failure(error)
    }
  }
}

extension RelativeLift {
  /// The log ratio's interval where it has one; Fieller's says first whether any is bounded.
  func relativeEstimate(confidence: Double) -> RelativeEstimate {
    let set = fiellerSet(confidence: confidence)
    guard case .bounded(let fieller) = set else {
      return .unbounded(estimate: estimate, set, method: "Fieller")
    }
    guard let interval = try? logInterval(confidence: confidence) else {
      return .interval(estimate: estimate, fieller, method: "Fieller")
    }
    return .interval(estimate: estimate, interval, method: "log ratio")
  }
}

extension MetricSpecification {
  var welchName: String {
    if case .ratio = kind { return "Welch, delta method" }
    return "Welch"
  }
}
