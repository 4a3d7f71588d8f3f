import Testing

@testable import Statistics

@Suite struct NoncentralFTests {
  typealias Row = (
    d1: Double, d2: Double, lambda: Double, f: Double, lower: Double, upper: Double
  )

  /// mpmath 1.3.0, 40 digits: Poisson mixtures of regularized betainc, both tails summed apart.
  static let tails: [Row] = [
    (2.0, 963.0, 9.67, 3.005, 0.1997622169934295, 0.8002377830065705),
    (3.0, 4361.0, 10.9, 2.607, 0.20050363234262121, 0.79949636765737879),
    (1.0, 10.0, 4.0, 5.0, 0.5630566845726075, 0.4369433154273925),
    (2.0, 20.0, 30.0, 1.0, 1.754048021971442e-5, 0.99998245951978029),
    (2.0, 20.0, 30.0, 100.0, 0.99991388955229703, 8.611044770297055e-5),
    (5.0, 3.0, 2.0, 0.001, 8.4745566326097718e-8, 0.99999991525443367),
    (4.5, 7.5, 100.0, 0.5, 1.8149590979765798e-16, 0.99999999999999982),
    (3.0, 100.0, 0.5, 40.0, 0.99999999999999928, 7.1763936455737878e-16),
    (1.0, 1000.0, 300.0, 200.0, 1.2105699384413734e-3, 0.99878943006155863),
  ]

  @Test func agreesWithMpmath() throws {
    for (d1, d2, lambda, f, lower, upper) in Self.tails {
      let distribution = try NoncentralF(numerator: d1, denominator: d2, noncentrality: lambda)
      #expect(relativeError(distribution.cdf(f), lower) < 1e-11, "\(d1), \(d2), \(lambda), \(f)")
      #expect(
        relativeError(distribution.upperTail(f), upper) < 1e-11, "\(d1), \(d2), \(lambda), \(f)")
    }
  }

  /// With one degree of freedom above the line it is the square of a noncentral t.
  @Test func oneDegreeOfFreedomIsASquaredNoncentralT() throws {
    for (nu, delta, t) in [(12.0, 2.5, 2.2), (4_000, 40, 38), (4_000, 40, 45), (3, 0.1, 9)] {
      let f = try NoncentralF(numerator: 1, denominator: nu, noncentrality: delta * delta)
      let student = try NoncentralT(degreesOfFreedom: nu, noncentrality: delta)
      #expect(
        relativeError(f.upperTail(t * t), student.upperTail(t) + student.cdf(-t)) < 1e-11,
        "\(nu), \(delta), \(t)")
    }
  }

  @Test func endsAndOutsideOfTheDomain() throws {
    let distribution = try NoncentralF(numerator: 3, denominator: 9, noncentrality: 2)
    #expect(distribution.cdf(0) == 0 && distribution.upperTail(0) == 1)
    #expect(distribution.upperTail(.infinity) == 0 && distribution.cdf(.infinity) == 1)
    #expect(distribution.cdf(.nan).isNaN)
    let central = try NoncentralF(numerator: 3, denominator: 9, noncentrality: 0)
    #expect(try central.cdf(2) == FisherF(numerator: 3, denominator: 9).cdf(2))
    #expect(throws: ParameterProblem.self) {
      try NoncentralF(numerator: 1, denominator: 1, noncentrality: .infinity)
    }
  }
}
