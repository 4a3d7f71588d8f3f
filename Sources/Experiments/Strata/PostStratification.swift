public import Statistics

/// Two arms compared within strata, and the strata's effects weighted by the strata's shares.
///
/// Miratrix, Sekhon and Yu, "Adjusting treatment effect estimates by post-stratification in randomized
/// experiments", Journal of the Royal Statistical Society B 75, 2013. Normal distribution: the degrees
/// of freedom of many small strata are no single number.
public struct PostStratification: Sendable {
  private let strata: [Stratum]
  /// What the shares were estimated from; none where they are known.
  private let sampled: Int?

  private struct Stratum: Sendable {
    let share: Double
    let control: CoMoments
    let treatment: CoMoments
  }

  /// What the strata weigh.
  public enum Shares: Sendable {
    /// Their shares of the units in the two arms. The units are a sample of the population, which adds
    /// to the error where effects differ between strata.
    case ofSample
    /// Known shares of the population, adding up to 1.
    case known([Double])
  }

  /// - Throws: `NotEstimable` where an arm has fewer than two units in a stratum.
  ///
  /// - Parameters:
  ///   - control: The control's moments by stratum.
  ///   - treatment: The other arm's.
  ///   - shares: What the strata weigh.
  public init(
    control: [CoMoments], treatment: [CoMoments], shares: Shares = .ofSample
  ) throws(NotEstimable) {
    precondition(control.count == treatment.count && !control.isEmpty, "arms have the same strata")
    let counts = zip(control, treatment).map { $0.count + $1.count }
    let total = counts.reduce(0, +)
    let weights: [Double]
    switch shares {
    case .ofSample:
      weights = counts.map { Double($0) / Double(max(total, 1)) }
      sampled = total
    case .known(let known):
      precondition(known.count == control.count, "a share for each stratum")
      weights = known
      sampled = nil
    }
    var strata: [Stratum] = []
    for place in control.indices where weights[place] > 0 {
      guard min(control[place].count, treatment[place].count) >= 2 else {
        throw NotEstimable("a stratum has fewer than two units in an arm")
      }
      strata.append(
        Stratum(share: weights[place], control: control[place], treatment: treatment[place]))
    }
    guard !strata.isEmpty else { throw NotEstimable("there are no units") }
    self.strata = strata
  }

  /// Treatment minus control.
  public func difference(in outcome: Outcome) throws(NotEstimable) -> Effect {
    let (a, b) = (means(\.control), means(\.treatment))
    return try effect(
      try outcome.value(at: b) - outcome.value(at: a),
      control: outcome.gradient(at: a).map { -$0 }, treatment: outcome.gradient(at: b))
  }

  /// Treatment / control − 1, by the delta method.
  public func lift(in outcome: Outcome) throws(NotEstimable) -> Effect {
    let (a, b) = (means(\.control), means(\.treatment))
    let (base, value) = (try outcome.value(at: a), try outcome.value(at: b))
    guard base != 0 else {
      throw NotEstimable("the control's mean is 0, so that nothing is a share of it")
    }
    return try effect(
      (value - base) / base,
      control: outcome.gradient(at: a).map { -$0 * value / base / base },
      treatment: outcome.gradient(at: b).map { $0 / base })
  }

  private func means(_ arm: KeyPath<Stratum, CoMoments>) -> [Double] {
    var sum = [Double](repeating: 0, count: strata[0][keyPath: arm].variables)
    for stratum in strata {
      for place in sum.indices { sum[place] += stratum.share * stratum[keyPath: arm].means[place] }
    }
    return sum
  }

  /// The error of a figure from its gradients in the two arms' means.
  private func effect(
    _ estimate: Double, control: [Double], treatment: [Double]
  ) throws(NotEstimable) -> Effect {
    let parts = strata.map { stratum in
      (
        share: stratum.share, control: stratum.control.moments(weights: control),
        treatment: stratum.treatment.moments(weights: treatment)
      )
    }
    var variance = parts.reduce(0) { sum, part in
      let error = (part.control.standardError ?? .nan, part.treatment.standardError ?? .nan)
      return sum + part.share * part.share * (error.0 * error.0 + error.1 * error.1)
    }
    if let sampled {
      let mean = parts.reduce(0) { $0 + $1.share * ($1.control.mean + $1.treatment.mean) }
      let spread = parts.reduce(0) { sum, part in
        let gap = part.control.mean + part.treatment.mean - mean
        return sum + part.share * gap * gap
      }
      variance += spread / Double(sampled)
    }
    guard variance > 0, variance.isFinite else {
      throw NotEstimable("the metric does not vary within the strata")
    }
    return Effect(estimate: estimate, standardError: variance.squareRoot())
  }
}
