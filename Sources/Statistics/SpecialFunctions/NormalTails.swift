internal import RealModule

extension Double {
  /// Φ(z), the standard normal distribution function; Φ(−z) is the upper tail, equally precise.
  public static func normalCDF(_ z: Double) -> Double { 0.5 * .erfc(-z * 0.5.squareRoot()) }

  /// The z at which Φ(z) = p, for 0 ≤ p ≤ 1, infinite at the ends; for an upper tail q it is −z(q).
  ///
  /// Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics
  /// 37(3), 1988, routine PPND16: about one part in 10¹⁶. Not a number outside the domain.
  public static func normalQuantile(_ p: Double) -> Double {
    guard p > 0 && p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    let centred = p - 0.5
    if centred.magnitude <= 0.425 {
      return centred * center.value(at: 0.180625 - centred * centred)
    }
    let root = (-Double.log(centred < 0 ? p : 1 - p)).squareRoot()
    let z = root <= 5 ? tail.value(at: root - 1.6) : farTail.value(at: root - 5)
    return centred < 0 ? -z : z
  }

  private static let center = RationalFunction(
    numerator: [
      3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
      45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ],
    denominator: [
      1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
      21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
    ])

  private static let tail = RationalFunction(
    numerator: [
      1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
      3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770,
      0.0227238449892691845833, 7.74545014278341407640e-4,
    ],
    denominator: [
      1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
      0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4,
      1.05075007164441684324e-9,
    ])

  private static let farTail = RationalFunction(
    numerator: [
      6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
      0.296560571828504891230, 0.0265321895265761230930, 1.24266094738807843860e-3,
      2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    denominator: [
      1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15,
    ])
}

/// A quotient of two polynomials, coefficients from the constant term up.
private struct RationalFunction: Sendable {
  let numerator: [Double]
  let denominator: [Double]

  func value(at x: Double) -> Double {
    func polynomial(_ coefficients: [Double]) -> Double {
      coefficients.reversed().reduce(0) { $0 * x + $1 }
    }
    return polynomial(numerator) / polynomial(denominator)
  }
}
