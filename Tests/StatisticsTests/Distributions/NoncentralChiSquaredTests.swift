import Testing

@testable import Statistics

@Suite struct NoncentralChiSquaredTests {
  typealias Row = (nu: Double, lambda: Double, x: Double, lower: Double, upper: Double)

  /// mpmath 1.3.0, 40 digits: Poisson mixtures of regularized gammainc, both tails summed apart.
  static let tails: [Row] = [
    (1.0, 1.0, 10.827566170662733, 0.9889956871130343, 0.011004312886965703),
    (1.0, 40.0, 10.827566170662733, 1.2065578058803021e-3, 0.9987934421941197),
    (1.0, 10.0, 0.0001, 5.3769103169249073e-5, 0.99994623089683075),
    (2.5, 0.01, 30.0, 0.99999928483251346, 7.1516748653968235e-7),
    (3.0, 7.0, 100.0, 0.99999999999963238, 3.676197777529878e-13),
    (3.0, 200.0, 50.0, 3.7695823393858404e-13, 0.99999999999962304),
    (10.0, 50.0, 300.0, 1.0, 3.2245681839273183e-23),
    (1.0, 1000.0, 700.0, 1.2005022468790278e-7, 0.99999987994977531),
    (0.3, 3.0, 2.0, 0.47028839289460989, 0.52971160710539011),
  ]

  @Test func agreesWithMpmath() throws {
    for (nu, lambda, x, lower, upper) in Self.tails {
      let distribution = try NoncentralChiSquared(degreesOfFreedom: nu, noncentrality: lambda)
      #expect(relativeError(distribution.cdf(x), lower) < 1e-11, "\(nu), \(lambda), \(x)")
      #expect(relativeError(distribution.upperTail(x), upper) < 1e-11, "\(nu), \(lambda), \(x)")
    }
  }

  /// With one degree of freedom it is (Z + √λ)²: P(X > x) = Φ(√λ − √x) + Φ(−√λ − √x).
  @Test func oneDegreeOfFreedomIsASquaredNormalVariable() throws {
    for (lambda, x) in [(40_000.0, 41_000.0), (40_000, 36_000), (1e-12, 4), (100, 900), (900, 4)] {
      let distribution = try NoncentralChiSquared(degreesOfFreedom: 1, noncentrality: lambda)
      let (shift, root) = (lambda.squareRoot(), x.squareRoot())
      let upper = Double.normalCDF(shift - root) + .normalCDF(-shift - root)
      #expect(relativeError(distribution.upperTail(x), upper) < 1e-10, "\(lambda), \(x)")
      guard root < shift else { continue }
      let lower = Double.normalCDF(root - shift) - .normalCDF(-root - shift)
      #expect(relativeError(distribution.cdf(x), lower) < 1e-10, "\(lambda), \(x)")
    }
  }

  @Test func endsAndOutsideOfTheDomain() throws {
    let distribution = try NoncentralChiSquared(degreesOfFreedom: 3, noncentrality: 2)
    #expect(distribution.cdf(0) == 0 && distribution.upperTail(0) == 1)
    #expect(distribution.upperTail(.infinity) == 0 && distribution.cdf(.infinity) == 1)
    #expect(distribution.upperTail(.nan).isNaN)
    let central = try NoncentralChiSquared(degreesOfFreedom: 3, noncentrality: 0)
    #expect(try central.upperTail(5) == ChiSquared(degreesOfFreedom: 3).upperTail(5))
    #expect(throws: ParameterProblem.self) {
      try NoncentralChiSquared(degreesOfFreedom: 1, noncentrality: -1)
    }
  }
}
