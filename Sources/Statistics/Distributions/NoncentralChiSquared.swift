internal import RealModule

/// The noncentral χ² distribution: the sum of ν squared normal variables of variance 1 whose squared
/// means add up to λ.
///
/// Both tails are mixtures of central ones by Poisson probabilities of mean λ/2, summed in the direction
/// that only adds; the work grows as √λ. Relative precision 1e-12 for λ up to 1e4. Beyond 1e12 they are
/// those of the normal cube root of Abramowitz and Stegun (1964), 26.4.28.
public struct NoncentralChiSquared: Sendable {
  /// ν, not necessarily whole.
  public let degreesOfFreedom: Double
  /// λ.
  public let noncentrality: Double

  /// Throws unless the degrees of freedom are positive and λ is not negative, both finite.
  public init(degreesOfFreedom: Double, noncentrality: Double) throws(ParameterProblem) {
    try ParameterProblem.check("degreesOfFreedom", degreesOfFreedom, .positive)
    try ParameterProblem.check("noncentrality", noncentrality, .nonNegative)
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  public var mean: Double { degreesOfFreedom + noncentrality }
  public var variance: Double { 2 * (degreesOfFreedom + 2 * noncentrality) }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? .nan : 0 }
    guard noncentrality > 0, x.isFinite else { return central.cdf(x) }
    if noncentrality > PoissonMixture.most { return .normalCDF(score(x)) }
    return PoissonMixture(mean: noncentrality / 2).falling(from: min(peak(x), noncentrality / 2)) {
      .regularizedGammaP(degreesOfFreedom / 2 + $0, x / 2)
    } gain: {
      gain(to: degreesOfFreedom / 2 + $0 - 1, x / 2)
    }
  }

  /// P(X > x).
  public func upperTail(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? .nan : 1 }
    guard noncentrality > 0, x.isFinite else { return central.upperTail(x) }
    if noncentrality > PoissonMixture.most { return .normalCDF(-score(x)) }
    return PoissonMixture(mean: noncentrality / 2).rising(from: max(peak(x), noncentrality / 2)) {
      .regularizedGammaQ(degreesOfFreedom / 2 + $0, x / 2)
    } gain: {
      gain(to: degreesOfFreedom / 2 + $0, x / 2)
    }
  }

  /// x as a standard normal variable, where λ is large.
  private func score(_ x: Double) -> Double {
    let square = 2 / 9.0 * (1 + noncentrality / mean) / mean
    return (.root(x / mean, 3) - 1 + square) / square.squareRoot()
  }

  private var central: ChiSquared { ChiSquared(uncheckedDegreesOfFreedom: degreesOfFreedom) }

  /// Where the mixed densities at x are largest: j·(j + ν/2) = λx/4.
  private func peak(_ x: Double) -> Double {
    let quarter = degreesOfFreedom / 4
    return noncentrality * x / 4
      / (quarter + (quarter * quarter + noncentrality * x / 4).squareRoot())
  }

  /// Q(a + 1, y) − Q(a, y) = y^a·e^(−y) / Γ(a + 1): DLMF 8.8.6.
  private func gain(to a: Double, _ y: Double) -> Double {
    .exp(SaddlePoint.logPoisson(a, mean: y))
  }
}
