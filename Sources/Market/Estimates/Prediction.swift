import RealModule
public import Statistics

/// What a quantity will come to in the market one is about to enter, as far as replications can tell.
///
/// One law for everything printed: intervals, "higher in" and "best in". It is Student's t around the mean
/// (`PredictionScale`); where every customer stands for themselves it is the replications themselves, from 200 of
/// them on, or from 32 draws of the assumptions on. What a guess does to an answer is as skewed as its range, and
/// often bounded: a plan with costs and no effect never gains, however far its costs are open. Luck is nearly
/// symmetric, and five replications beyond either end are needed to see that it is not.
/// Student's t knows no bounds: with few replications the interval of a count can begin below 0 and that of a
/// share end above 1. It is left so, because cut off it would look like knowledge of the rest.
public struct Prediction: Sendable, Equatable {
  public let mean: Double
  /// What the variance is made of; `nil` where nothing is drawn.
  public let sources: VarianceSources?
  private let law: Law

  private enum Law: Sendable, Equatable {
    case student(variance: Double, degreesOfFreedom: Double)
    /// The replications, in ascending order.
    case replications([Double])
  }

  /// From how many replications on their own quantiles are taken: 2.5 % then lie five from either end.
  static let enough = 200
  /// The same for draws: of 64 replications, two each, 2.5 % lie one or two from either end.
  static let enoughDraws = 32

  init?(_ components: VarianceComponents, _ values: [Double]) {
    guard let between = components.between(0, 0),
      let scale = PredictionScale(
        between: between, within: components.within(0, 0), components)
    else { return nil }
    mean = components.draws.means[0]
    sources = VarianceSources(
      between: between, within: components.within(0, 0), components)
    law =
      components.design.isOwnSample(components.replications)
      ? .replications(values.filter { !$0.isNaN }.sorted())
      : .student(variance: scale.variance, degreesOfFreedom: scale.degreesOfFreedom)
  }

  /// Whether the law is that of the replications themselves.
  package var isOwnSample: Bool {
    if case .replications = law { true } else { false }
  }

  /// The least chance it can tell of: of replications, that what none of them shows comes up in a further market.
  public var leastChance: Double {
    if case .replications(let values) = law { 1 / Double(values.count + 1) } else { 0 }
  }

  /// In 95 of 100 markets.
  public var interval: Interval {
    switch law {
    case .student(let variance, let freedom):
      guard variance > 0 else { return Interval(low: mean, high: mean) }
      let reach = StudentT(uncheckedDegreesOfFreedom: freedom).quantile(upperTail: 0.025)
      return Interval(center: mean, halfWidth: reach * variance.squareRoot())
    case .replications(let values):
      return values.freshSpread ?? Interval(low: mean, high: mean)
    }
  }

  /// The value that so large a share of markets stays below.
  public func quantile(_ share: Double) -> Double {
    precondition(share > 0 && share < 1, "a share of markets")
    switch law {
    case .student(let variance, let freedom):
      guard variance > 0 else { return mean }
      let reach = StudentT(uncheckedDegreesOfFreedom: freedom)
        .quantile(upperTail: min(share, 1 - share))
      return mean + (share < 0.5 ? -reach : reach) * variance.squareRoot()
    case .replications(let values):
      // A market to come falls into each gap between n values, and beyond either end, with chance 1/(n + 1).
      let place = share * Double(values.count + 1) - 1
      let below = min(max(Int(place.rounded(.down)), 0), values.count - 1)
      let above = min(below + 1, values.count - 1)
      let part = min(max(place - Double(below), 0), 1)
      return values[below] + part * (values[above] - values[below])
    }
  }

  /// The standard deviation in a market whose scale is the one exceeded by all but such a share of markets.
  ///
  /// Student's t is a normal variable with that deviation, which differs from market to market.
  package func deviation(scale share: Double) -> Double {
    guard case .student(let variance, let freedom) = law else { return 0 }
    let square = ChiSquared(uncheckedDegreesOfFreedom: freedom).quantile(share)
    return (variance * freedom / square).squareRoot()
  }

  /// The chance that the market comes to more than a value, equal ones counting by the share given.
  public func chance(above value: Double, equal share: Double = 0.5) -> Double {
    switch law {
    case .student(let variance, let freedom):
      guard variance > 0 else { return mean > value ? 1 : mean < value ? 0 : share }
      return StudentT(uncheckedDegreesOfFreedom: freedom)
        .upperTail((value - mean) / variance.squareRoot())
    case .replications(let values):
      return SortedSample(values)?.chanceFresh(above: value, equal: share) ?? share
    }
  }
}

extension ReplicationDesign {
  /// The least chance that predictions from so many replications can tell of.
  package func leastChance(_ replications: Int) -> Double {
    isOwnSample(replications) ? 1 / Double(replications + 1) : 0
  }

  /// Whether so many replications are themselves a sample of the markets to come.
  func isOwnSample(_ replications: Int) -> Bool {
    guard standsFor == 1 else { return false }
    return replicationsPerDraw.map { replications >= Prediction.enoughDraws * max(2, $0) }
      ?? (replications >= Prediction.enough)
  }
}

extension [Double] {
  /// Where 95 of 100 further values lie; none of too few.
  var freshSpread: Interval? {
    guard let sample = SortedSample(self), let low = sample.freshQuantile(0.025),
      let high = sample.freshQuantile(0.975)
    else { return nil }
    return Interval(low: low, high: high)
  }
}
