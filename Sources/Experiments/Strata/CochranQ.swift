import Statistics

/// Whether independent effects, such as those of segments, differ by more than their errors.
///
/// Cochran, "The combination of estimates from different experiments", Biometrics 10, 1954; the same
/// as the χ² Wald test of the interaction of arm and segment.
public struct CochranQ: Sendable, Equatable {
  /// Σ wᵢ·(effectᵢ − mean)², w the inverse squares of the standard errors.
  public let statistic: Double
  public let degreesOfFreedom: Int
  /// The mean of the effects with these weights, as if there were only one effect.
  public let common: Effect
  /// Σ (1 − wᵢ/Σw)² / νᵢ, ν the degrees of freedom of the errors: what not knowing the weights adds.
  private let doubt: Double

  /// - Throws: `NotEstimable` below two effects, where one has no error, or where they differ beyond all numbers.
  public init(_ effects: [Effect]) throws(NotEstimable) {
    guard effects.count >= 2 else { throw NotEstimable("there are fewer than two groups") }
    guard effects.allSatisfy({ $0.standardError > 0 && $0.standardError.isFinite }) else {
      throw NotEstimable("the error of an effect is not known")
    }
    // In units of the least error where squares would leave the range of numbers.
    let errors = effects.map(\.standardError)
    let (least, most) = (errors.min() ?? 1, errors.max() ?? 1)
    let unit = least > 1e-140 && most < 1e140 ? 1 : least
    let weights = errors.map { 1 / ($0 / unit * ($0 / unit)) }
    let estimates = effects.map { $0.estimate / unit }
    let sum = weights.reduce(0, +)
    let mean = zip(weights, estimates).reduce(0) { $0 + $1.0 * $1.1 } / sum
    let statistic = zip(weights, estimates).reduce(0) {
      $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean)
    }
    guard statistic.isFinite else {
      throw NotEstimable("the effects differ by more than can be computed with")
    }
    self.statistic = statistic
    degreesOfFreedom = effects.count - 1
    common = Effect(estimate: mean * unit, standardError: (1 / sum).squareRoot() * unit)
    doubt = zip(weights, effects).reduce(0) {
      let rest = 1 - $1.0 / sum
      return $0 + rest * rest / $1.1.degreesOfFreedom
    }
  }

  public var pValue: Double {
    ChiSquared(uncheckedDegreesOfFreedom: Double(degreesOfFreedom)).upperTail(statistic)
  }

  /// The same where the errors were estimated from few units, which Q takes to be known.
  ///
  /// Welch's F, "On the comparison of several mean values: an alternative approach", Biometrika 38, 1951.
  public var pValueOfEstimatedErrors: Double {
    guard doubt > 0 else { return pValue }
    let groups = Double(degreesOfFreedom + 1)
    let square = groups * groups - 1
    let f = statistic / (groups - 1) / (1 + 2 * (groups - 2) / square * doubt)
    return FisherF(uncheckedNumerator: groups - 1, denominator: square / (3 * doubt)).upperTail(f)
  }

  /// The share of the effects' spread that is not error: Higgins and Thompson (2002), I².
  public var inconsistency: Double {
    statistic > 0 ? max(0, 1 - Double(degreesOfFreedom) / statistic) : 0
  }
}
