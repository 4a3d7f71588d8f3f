internal import RealModule

/// The noncentral F distribution: a noncentral χ² over an independent central one, each over its degrees
/// of freedom.
///
/// Both tails are mixtures of beta tails by Poisson probabilities of mean λ/2, summed in the direction
/// that only adds; the work grows as √λ. Relative precision 1e-12 for λ up to 1e4. Beyond 1e12, where the
/// upper variable is known to one part in 10⁶, they are approximations good to about that.
public struct NoncentralF: Sendable {
  /// d₁, of the variable above the line.
  public let numerator: Double
  /// d₂, of the variable below it.
  public let denominator: Double
  /// λ, of the variable above the line.
  public let noncentrality: Double

  /// Throws unless the degrees of freedom are positive and λ is not negative, all finite.
  public init(
    numerator: Double, denominator: Double, noncentrality: Double
  ) throws(ParameterProblem) {
    try ParameterProblem.check("numerator", numerator, .positive)
    try ParameterProblem.check("denominator", denominator, .positive)
    try ParameterProblem.check("noncentrality", noncentrality, .nonNegative)
    self.numerator = numerator
    self.denominator = denominator
    self.noncentrality = noncentrality
  }

  /// P(F ≤ f).
  public func cdf(_ f: Double) -> Double {
    guard f > 0 else { return f.isNaN ? .nan : 0 }
    let odds = f * (numerator / denominator)
    guard noncentrality > 0, odds.isFinite else { return central.cdf(f) }
    if noncentrality > PoissonMixture.most { return limit(f).lower }
    return PoissonMixture(mean: noncentrality / 2)
      .falling(from: min(peak(odds), noncentrality / 2)) {
        tails($0, odds).lower
      } gain: {
        gain($0 - 1, odds)
      }
  }

  /// P(F > f).
  public func upperTail(_ f: Double) -> Double {
    guard f > 0 else { return f.isNaN ? .nan : 1 }
    let odds = f * (numerator / denominator)
    guard noncentrality > 0, odds.isFinite else { return central.upperTail(f) }
    if noncentrality > PoissonMixture.most { return limit(f).upper }
    return PoissonMixture(mean: noncentrality / 2)
      .rising(from: max(peak(odds), noncentrality / 2)) {
        tails($0, odds).upper
      } gain: {
        gain($0, odds)
      }
  }

  /// The tails where λ is large.
  private func limit(_ f: Double) -> (lower: Double, upper: Double) {
    let ratio = f / (1 + noncentrality / numerator)
    guard denominator > 1e6 else {
      // The variable below the line alone varies.
      let tails = IncompleteGamma(shape: denominator / 2, at: denominator / 2 / ratio)
      return (tails.upper, tails.lower)
    }
    // Both cube roots are normal: Abramowitz and Stegun (1964), 26.6.27.
    let mean = numerator + noncentrality
    let above = 2 / 9.0 * (1 + noncentrality / mean) / mean
    let below = 2 / 9.0 / denominator
    let root = Double.root(ratio, 3)
    let score = (root * (1 - below) - (1 - above)) / (below * root * root + above).squareRoot()
    return (.normalCDF(score), .normalCDF(-score))
  }

  private var central: FisherF {
    FisherF(uncheckedNumerator: numerator, denominator: denominator)
  }

  private func tails(_ j: Double, _ odds: Double) -> IncompleteBeta {
    IncompleteBeta(
      numerator / 2 + j, denominator / 2, at: odds / (1 + odds), complement: 1 / (1 + odds))
  }

  /// Where the mixed densities are largest: j·(j + d₁/2) = λ/2·x·(j + (d₁ + d₂)/2), x the odds' share.
  private func peak(_ odds: Double) -> Double {
    let pull = noncentrality / 2 * (odds / (1 + odds))
    let middle = (pull - numerator / 2) / 2
    return middle + (middle * middle + pull * (numerator + denominator) / 2).squareRoot()
  }

  /// I_x(a, b) − I_x(a + 1, b) = x^a·y^b / (a·B(a, b)), a = d₁/2 + j: DLMF 8.17.20.
  private func gain(_ j: Double, _ odds: Double) -> Double {
    let a = numerator / 2 + j
    let b = denominator / 2
    let x = odds / (1 + odds)
    let y = 1 / (1 + odds)
    let sum = a + b
    // Loader's form, as in IncompleteBeta.
    let excess = b * x - a * y
    let deviance =
      SaddlePoint.deviance(a, about: sum * x, difference: excess)
      + SaddlePoint.deviance(b, about: sum * y, difference: -excess)
    let stirling =
      SaddlePoint.stirlingError(sum) - SaddlePoint.stirlingError(a) - SaddlePoint.stirlingError(b)
    return (b / (2 * .pi * sum * a)).squareRoot() * .exp(stirling - deviance)
  }
}
