internal import RealModule
public import Statistics

/// What is believed of an effect δ after the data: a normal distribution.
///
/// Precisions add up: 1/s² = 1/SE² + 1/τ², and the mean weighs estimate and prior by theirs; Gelman and
/// others, "Bayesian data analysis" (3rd edition, 2013), 2.5. Without a prior, one that is flat.
public struct EffectPosterior: Sendable, Equatable {
  public let mean: Double
  public let standardDeviation: Double

  /// From an estimate, taken to be normal, and a prior in the same unit.
  ///
  /// - Throws: `NotEstimable` where the standard error is not positive.
  public init(_ effect: Effect, prior: EffectPrior? = nil) throws(NotEstimable) {
    let variance = effect.standardError * effect.standardError
    guard variance > 0, variance.isFinite, effect.estimate.isFinite else {
      throw NotEstimable("the effect's standard error is zero or unknown")
    }
    guard let prior else {
      mean = effect.estimate
      standardDeviation = effect.standardError
      return
    }
    let priorVariance = prior.standardDeviation * prior.standardDeviation
    let share = priorVariance / (priorVariance + variance)
    mean = share * effect.estimate + (1 - share) * prior.mean
    standardDeviation = (share * variance).squareRoot()
  }

  /// P(δ > 0): the chance that the arm is better than the control, where more is better.
  public var chanceToWin: Double { .normalCDF(mean / standardDeviation) }

  /// P(δ < 0), from the tail itself.
  public var chanceToLose: Double { .normalCDF(-mean / standardDeviation) }

  /// E[max(±δ, 0)] = s(φ(m/s) ± (m/s)·Φ(±m/s)).
  public var expectedLoss: ExpectedLoss {
    let z = mean / standardDeviation
    return ExpectedLoss(
      ofArm: standardDeviation * Self.meanExcess(z),
      ofControl: standardDeviation * Self.meanExcess(-z))
  }

  /// The middle of the distribution that holds the asked share of it.
  public func interval(share: Double = 0.95) -> Interval {
    Effect(estimate: mean, standardError: standardDeviation).interval(confidence: share)
  }

  /// E[max(Z − z, 0)] of a standard normal Z.
  private static func meanExcess(_ z: Double) -> Double {
    let density = Double.exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
    guard z > 3 else { return density - z * .normalCDF(-z) }
    // Far out the two nearly cancel. With the continued fraction Φ(−z) = φ(z) / (z + 1/R), R = z +
    // 2/(z + 3/(z + …)), Abramowitz and Stegun (1964), 26.2.14, what is left is φ(z) / (zR + 1).
    var rest = z
    for k in stride(from: 120, through: 2, by: -1) { rest = z + Double(k) / rest }
    return density / (z * rest + 1)
  }
}
