/// What the metric is without any change: its level, and how much it differs between units.
public enum Baseline: Sendable, Equatable {
  /// A mean and the standard deviation of single units, in the metric's unit.
  case mean(Double, standardDeviation: Double)
  /// A share of units, whose variance follows from it.
  case rate(Double)

  /// A ratio of sums over units, such as revenue per session, by the delta method.
  ///
  /// Its standard deviation is that of (y − R·d) / d̄ between units: Deng, Knoblich and Lu, "Applying the
  /// delta method in metric analytics", KDD 2018.
  ///
  /// - Parameters:
  ///   - numerator: Mean and standard deviation of y.
  ///   - denominator: Mean and standard deviation of d.
  ///   - correlation: Between y and d over units.
  /// - Returns: The ratio and the standard deviation.
  /// - Throws: `NotEstimable` where the denominator's mean is 0 or the correlation impossible.
  public static func ratio(
    numerator: (mean: Double, standardDeviation: Double),
    denominator: (mean: Double, standardDeviation: Double), correlation: Double
  ) throws(NotEstimable) -> Baseline {
    guard denominator.mean != 0 else { throw NotEstimable("the denominator's mean is 0") }
    guard correlation.magnitude <= 1 else {
      throw NotEstimable("a correlation lies between −1 and 1")
    }
    let ratio = numerator.mean / denominator.mean
    let (above, below) = (
      numerator.standardDeviation, ratio * denominator.standardDeviation
    )
    let variance = above * above - 2 * correlation * above * below + below * below
    return .mean(
      ratio, standardDeviation: max(0, variance).squareRoot() / denominator.mean.magnitude)
  }

  /// The metric's level.
  public var level: Double {
    switch self {
    case .mean(let mean, _): mean
    case .rate(let rate): rate
    }
  }

  /// The standard deviation of single units.
  public var standardDeviation: Double {
    switch self {
    case .mean(_, let deviation): deviation
    case .rate(let rate): (rate * (1 - rate)).squareRoot()
    }
  }
}
