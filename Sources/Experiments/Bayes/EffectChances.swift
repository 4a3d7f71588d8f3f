internal import RealModule
import Statistics

/// What is believed of an effect after the data, as far as a choice needs it: which way it goes, and what each
/// choice gives away if it is the worse one.
public struct EffectChances: Sendable, Equatable {
  /// P(δ > 0): the chance that the arm is better than the control, where more is better.
  public let chanceToWin: Double
  /// P(δ < 0), from the tail itself.
  public let chanceToLose: Double
  /// nil where so few units leave the law of the effect without a mean.
  public let expectedLoss: ExpectedLoss?

  /// Of two shares, from their beta posteriors.
  public init(_ shares: ProportionPosteriors) {
    chanceToWin = shares.chanceToWin
    chanceToLose = shares.chanceToLose
    expectedLoss = shares.expectedLoss
  }

  /// Of an estimate whose standard error was estimated with its degrees of freedom.
  ///
  /// With a flat prior the effect is Student's t about its estimate: Gelman and others, "Bayesian data analysis"
  /// (3rd edition, 2013), 3.2. With a normal one the posterior is the product of the two densities, which has
  /// no closed form and is integrated. Without degrees of freedom both are normal (``EffectPosterior``).
  ///
  /// - Throws: `NotEstimable` where the standard error is not positive.
  public init(_ effect: Effect, prior: EffectPrior? = nil) throws(NotEstimable) {
    let normal = try EffectPosterior(effect, prior: prior)
    guard effect.degreesOfFreedom.isFinite else {
      chanceToWin = normal.chanceToWin
      chanceToLose = normal.chanceToLose
      expectedLoss = normal.expectedLoss
      return
    }
    if let prior {
      let sums = Self.integrated(effect, prior)
      chanceToWin = sums.above / (sums.above + sums.below)
      chanceToLose = sums.below / (sums.above + sums.below)
      expectedLoss = ExpectedLoss(
        ofArm: sums.loss / (sums.above + sums.below),
        ofControl: sums.gain / (sums.above + sums.below))
      return
    }
    let law = StatisticLaw(degreesOfFreedom: effect.degreesOfFreedom)
    let (z, scale) = (effect.statistic, effect.standardError)
    chanceToWin = law.upperTail(-z)
    chanceToLose = law.upperTail(z)
    expectedLoss =
      effect.degreesOfFreedom > 1
      ? ExpectedLoss(
        ofArm: scale * Self.meanExcess(z, effect.degreesOfFreedom),
        ofControl: scale * Self.meanExcess(-z, effect.degreesOfFreedom)) : nil
  }

  /// E[max(T − z, 0)] = (ν + z²)/(ν − 1)·f(z) − z·P(T > z) of Student's T with ν degrees of freedom.
  private static func meanExcess(_ z: Double, _ freedom: Double) -> Double {
    let tail = StatisticLaw(degreesOfFreedom: freedom).upperTail(z)
    let density = Double.exp(logDensity(z, freedom) + logConstant(freedom))
    // Far out the two nearly cancel: what is left cannot be below 0.
    return max(0, (freedom + z * z) / (freedom - 1) * density - z * tail)
  }

  private static func logDensity(_ t: Double, _ freedom: Double) -> Double {
    -(freedom + 1) / 2 * .log(onePlus: t * t / freedom)
  }

  private static func logConstant(_ freedom: Double) -> Double {
    .logGamma((freedom + 1) / 2) - .logGamma(freedom / 2) - .log(freedom * .pi) / 2
  }

  /// ∫ of the product of the densities, and of it times the distance from 0, on either side of 0.
  ///
  /// In pieces that double in width from the estimate on, up to where the prior leaves nothing.
  private static func integrated(
    _ effect: Effect, _ prior: EffectPrior
  ) -> (below: Double, above: Double, loss: Double, gain: Double) {
    let reach = 40 * prior.standardDeviation
    var ends = [0, prior.mean, effect.estimate]
    for start in [effect.estimate, prior.mean] {
      var step = min(effect.standardError, prior.standardDeviation) / 2
      while step < 2 * reach {
        ends += [start - step, start + step]
        step *= 2
      }
    }
    let (low, high) = (prior.mean - reach, prior.mean + reach)
    let kept = ([low, high] + ends.filter { $0 > low && $0 < high }).sorted()
    func logProduct(_ value: Double) -> Double {
      let z = (value - prior.mean) / prior.standardDeviation
      return logDensity((value - effect.estimate) / effect.standardError, effect.degreesOfFreedom)
        - z * z / 2
    }
    let top = kept.map(logProduct).max() ?? 0
    var sums = (below: 0.0, above: 0.0, loss: 0.0, gain: 0.0)
    for (from, to) in zip(kept, kept.dropFirst()) where from < to {
      let (middle, half) = ((from + to) / 2, (to - from) / 2)
      for (node, weight) in zip(nodes.nodes, nodes.weights) {
        let value = middle + half * node
        let mass = weight * half * .exp(logProduct(value) - top)
        if value < 0 {
          sums.below += mass
          sums.loss -= mass * value
        } else {
          sums.above += mass
          sums.gain += mass * value
        }
      }
    }
    return sums
  }

  private static let nodes = GaussLegendre(count: 20)
}
