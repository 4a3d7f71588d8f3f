import Testing

@testable import Statistics

@Suite struct ChiSquaredTests {
  /// mpmath 1.3.0, 40 digits: gammainc(nu/2, 0, x/2) and gammainc(nu/2, x/2, inf), regularized.
  static let tails: [(nu: Double, x: Double, lower: Double, upper: Double)] = [
    (0.5, 0.001, 0.16495975076841284, 0.83504024923158716),
    (1, 3.84, 0.9499564787512949, 0.050043521248705103),
    (1, 700, 1.0, 2.9902269751246203e-154),
    (2, 1e-09, 4.9999999987500003e-10, 0.9999999995),
    (4.5, 30, 0.9999913551145135, 8.6448854864967778e-6),
    (30, 10, 2.2625367617675553e-4, 0.99977374632382324),
    (100, 250, 0.99999999999999223, 7.7669364035391771e-15),
    (1000, 1100, 0.98538559187370481, 0.014614408126295194),
    (1000000.0, 1003000, 0.98298322706673368, 0.017016772933266315),
  ]

  @Test func agreesWithMpmath() throws {
    for (nu, x, lower, upper) in Self.tails {
      let distribution = try ChiSquared(degreesOfFreedom: nu)
      #expect(relativeError(distribution.cdf(x), lower) < 1e-11, "ν = \(nu), x = \(x)")
      #expect(relativeError(distribution.upperTail(x), upper) < 1e-11, "ν = \(nu), x = \(x)")
      if upper > 1e-300, upper <= 0.5 {
        #expect(relativeError(distribution.quantile(upperTail: upper), x) < 1e-11)
      } else if lower < 0.5 {
        #expect(relativeError(distribution.quantile(lower), x) < 1e-11)
      }
    }
  }

  /// R 4.3: qchisq(0.95, 1) = 3.841458820694124, qchisq(0.999, 1) = 10.82756617066273.
  @Test func theCriticalValuesOfTables() throws {
    let one = try ChiSquared(degreesOfFreedom: 1)
    #expect(relativeError(one.quantile(0.95), 3.841458820694124) < 1e-12)
    #expect(relativeError(one.quantile(upperTail: 0.001), 10.827566170662733) < 1e-12)
  }

  @Test func endsAndOutsideOfTheDomain() throws {
    let distribution = try ChiSquared(degreesOfFreedom: 3)
    #expect(distribution.cdf(-1) == 0 && distribution.upperTail(-1) == 1)
    #expect(distribution.upperTail(.infinity) == 0)
    #expect(distribution.quantile(upperTail: 0) == .infinity && distribution.quantile(0) == 0)
    #expect(distribution.quantile(1.1).isNaN)
    for bad in [0, -1, .infinity, .nan] {
      #expect(throws: ParameterProblem.self) { try ChiSquared(degreesOfFreedom: bad) }
    }
  }
}
