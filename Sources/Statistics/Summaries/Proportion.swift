internal import RealModule

/// A share observed in trials; a half success (a tie) counts half.
public struct Proportion: Equatable, Sendable {
  public let successes: Double
  public let trials: Double

  /// Throws unless there is a trial, and between 0 and as many successes.
  public init(successes: Double, trials: Double) throws(ParameterProblem) {
    try ParameterProblem.check("trials", trials, .positive)
    try ParameterProblem.check("successes / trials", successes / trials, .probability)
    self.successes = successes
    self.trials = trials
  }

  /// For counts known to be valid.
  package init(uncheckedSuccesses successes: Double, trials: Double) {
    self.successes = successes
    self.trials = trials
  }

  public var estimate: Double { successes / trials }

  /// Wilson's score interval: Wilson, "Probable inference, the law of succession, and statistical
  /// inference", Journal of the American Statistical Association 22, 1927.
  public func wilsonInterval(confidence: Double) -> Interval {
    let z = normalMultiplier(confidence)
    let square = z * z
    let center = (successes + square / 2) / (trials + square)
    let halfWidth =
      z / (trials + square)
      * (successes * (1 - estimate) + square / 4).squareRoot()
    // At no or all successes an end is exactly 0 or 1, which rounding must not overstep.
    return Interval(
      low: successes == 0 ? 0 : center - halfWidth,
      high: successes == trials ? 1 : center + halfWidth)
  }
}
