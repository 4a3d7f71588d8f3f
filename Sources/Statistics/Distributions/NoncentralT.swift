internal import RealModule

/// The noncentral t distribution: (Z + δ) / S, Z standard normal and S² an independent χ² over its
/// degrees of freedom.
///
/// Both tails are integrals over ln S of a normal tail times a density, positive throughout: small tails
/// keep their relative precision whatever the signs of t and δ. The trapezoidal rule converges
/// exponentially for such integrands (Trefethen and Weideman, SIAM Review 56(3), 2014). Where |δ| exceeds
/// 10⁵ spreads of √(2ν)·S, Z is nothing beside it and is left out.
public struct NoncentralT: Sendable {
  /// ν, not necessarily whole.
  public let degreesOfFreedom: Double
  /// δ.
  public let noncentrality: Double

  /// Throws unless the degrees of freedom are positive and both are finite.
  public init(degreesOfFreedom: Double, noncentrality: Double) throws(ParameterProblem) {
    try ParameterProblem.check("degreesOfFreedom", degreesOfFreedom, .positive)
    try ParameterProblem.check("noncentrality", noncentrality, .finite)
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// P(T ≤ t).
  public func cdf(_ t: Double) -> Double { Self.tail(degreesOfFreedom, -noncentrality, beyond: -t) }

  /// P(T > t).
  public func upperTail(_ t: Double) -> Double {
    Self.tail(degreesOfFreedom, noncentrality, beyond: t)
  }

  /// ∫ Φ(δ − t·e^u)·g(u) du, g the density of u = ln S.
  private static func tail(_ nu: Double, _ delta: Double, beyond t: Double) -> Double {
    guard !t.isNaN else { return .nan }
    guard t.isFinite else { return t < 0 ? 1 : 0 }
    if delta.magnitude > 1e5 * (2 * nu + 2).squareRoot() {
      guard delta * t > 0 else { return delta > 0 ? 1 : 0 }
      let ratio = delta / t
      let tails = IncompleteGamma(shape: nu / 2, at: nu / 2 * ratio * ratio)
      return delta > 0 ? tails.lower : tails.upper
    }
    func logDensity(_ u: Double) -> Double {
      -SaddlePoint.deviance(
        nu / 2, about: nu / 2 * .exp(2 * u), difference: nu / 2 * .expMinusOne(2 * u))
    }
    func term(_ u: Double) -> Double {
      .normalCDF(delta - t * .exp(u)) * .exp(logDensity(u))
    }
    let peak = self.peak(nu, delta, t)
    // The density is 1/√(2ν) wide, and ln S no narrower than 1 in shape; the normal tail turns in 1/|δ|.
    let step = min(0.12, 0.5 / (2 * nu).squareRoot(), 0.5 / delta.magnitude)
    let largest = term(peak)
    guard largest > 0 else { return 0 }
    var sum = largest
    for direction in [step, -step] {
      var u = peak
      while true {
        u += direction
        let next = term(u)
        sum += next
        if !(next > 1e-18 * largest) { break }
      }
    }
    let scale = (nu / .pi).squareRoot() * .exp(-SaddlePoint.stirlingError(nu / 2))
    return scale * sum * step
  }

  /// The u where the integrand is largest: 0 of ν(1 − s²) − t·s·φ(δ − ts)/Φ(δ − ts), s = e^u.
  ///
  /// It is below 0 for positive t and above it for negative t.
  private static func peak(_ nu: Double, _ delta: Double, _ t: Double) -> Double {
    func slope(_ u: Double) -> Double {
      let s = Double.exp(u)
      let pull = t * s
      return -nu * .expMinusOne(2 * u) - pull * inverseMillsRatio(delta - pull)
    }
    guard t != 0 else { return 0 }
    var (near, far) = (0.0, t > 0 ? -0.125 : 0.125)
    while far.magnitude < 1e3, t > 0 ? slope(far) < 0 : slope(far) > 0 {
      (near, far) = (far, 2 * far)
    }
    for _ in 0..<40 {
      let middle = (near + far) / 2
      let isBeyond = t > 0 ? slope(middle) > 0 : slope(middle) < 0
      if isBeyond { far = middle } else { near = middle }
    }
    return (near + far) / 2
  }

  /// φ(y) / Φ(y).
  private static func inverseMillsRatio(_ y: Double) -> Double {
    guard y > -30 else { return -y - 1 / y }
    return .exp(-y * y / 2) / (2 * .pi).squareRoot() / .normalCDF(y)
  }
}
