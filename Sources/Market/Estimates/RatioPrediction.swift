public import Statistics

/// A ratio of two totals with what is known of it: how precisely it was computed, how a market may turn out.
///
/// By Fieller's argument: θ belongs to the set where y − θ·x is not told from 0. For the precision by the error
/// of the means, for the next market by that of `PredictionScale`, 1/k + 1/n in the place of 1/n. The sets
/// have no ends where the divisor's sign is open.
public struct RatioPrediction: Sendable, Equatable {
  public let value: Double
  /// How precisely it was computed.
  public let precision: FiellerSet
  /// Where 95 of 100 markets lie.
  public let prediction: FiellerSet
  public let sources: VarianceSources?
  public let replications: Int

  /// From values by replication; none below two draws, and where the divisors add up to 0.
  public init?(_ values: [Double], per divisors: [Double], _ design: ReplicationDesign) {
    let divisor = divisors.reduce(0, +)
    guard divisor != 0 else { return nil }
    value = values.reduce(0, +) / divisor
    let components = VarianceComponents([values, divisors], design)
    guard let (between, within) = components.variances((1, -value)),
      let scale = PredictionScale(between: between, within: within, components)
    else { return nil }
    let draws = Double(components.draws.count)
    func set(onBetween: Double, onWithin: Double, _ freedom: Double) -> FiellerSet? {
      func variance(_ i: Int, _ j: Int) -> Double {
        onBetween * (components.between(i, j) ?? 0) + onWithin * (components.within(i, j) ?? 0)
      }
      let (above, below, joint) = (variance(0, 0), variance(1, 1), variance(1, 0))
      // With luck taken off one by one the variances need not belong to any law.
      guard above >= 0, below >= 0, joint * joint <= above * below * (1 + 1e-9) else { return nil }
      return RatioOfMeans(
        numerator: components.draws.means[0], denominator: components.draws.means[1],
        variances: (above, below), covariance: joint, degreesOfFreedom: freedom
      ).fiellerSet(confidence: 0.95)
    }
    guard let precision = set(onBetween: 1 / draws, onWithin: 0, draws - 1) else { return nil }
    self.precision = precision
    replications = components.replications
    let linear = VarianceSources(between: between, within: within, components)
    sources = linear?.scaled(by: 1 / components.draws.means[1])
    let ratios = zip(values, divisors).map { $0 / $1 }
    if design.isOwnSample(replications), divisors.allSatisfy({ $0 > 0 }),
      let spread = ratios.freshSpread
    {
      prediction = .bounded(spread)
      return
    }
    let inverse = 1 / Double(design.standsFor)
    prediction =
      set(
        onBetween: scale.onBetween, onWithin: scale.onWithin, scale.degreesOfFreedom)
      ?? set(onBetween: 1 + 1 / draws, onWithin: within == nil ? 0 : inverse, draws - 1)
      ?? .everything
  }
}

extension FiellerSet {
  /// Where it has two ends.
  var interval: Interval? {
    if case .bounded(let interval) = self { interval } else { nil }
  }
}
