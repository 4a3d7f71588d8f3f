import Testing

@testable import Statistics

@Suite struct StudentTTests {
  /// mpmath 1.3.0, mp.dps = 60: half the incomplete beta integral (as in IncompleteBetaTests) at
  /// nu / (nu + t**2) with shapes nu / 2 and 1 / 2.
  static let tails: [(degreesOfFreedom: Double, t: Double, q: Double)] = [
    (0.01, 0.001, 0.49995034418387674),
    (0.01, 3.0, 0.4799599618226868),
    (0.01, 1e+200, 0.0048526328575587),
    (0.5, 0.1, 0.4731658105643032),
    (0.5, 10.0, 0.10133867638566557),
    (0.5, 1e+300, 3.207009754142229e-151),
    (1.0, 1e-10, 0.499999999968169),
    (1.0, 0.5, 0.35241638234956674),
    (1.0, 1.0, 0.25),
    (1.0, 12.7, 0.02501216384467208),
    (1.0, 100000000.0, 3.1830988618379066e-09),
    (1.0, 1e+300, 3.1830988618379065e-301),
    (2.0, 0.816, 0.25011406068621894),
    (2.0, 4.3, 0.025028577058545796),
    (2.0, 100000.0, 4.99999999925e-11),
    (2.5, 0.3, 0.39367118574759863),
    (2.5, 1e+20, 7.193397190831722e-51),
    (4.0, 2.776, 0.025011389159988205),
    (4.0, 1e+70, 2.999999999999999e-280),
    (10.0, 1e-08, 0.49999999610891616),
    (10.0, 0.7, 0.2499437850864422),
    (10.0, 2.228, 0.025005885908555684),
    (10.0, 50.0, 1.23715516465134e-13),
    (10.0, 1e+25, 1.230468749999999e-246),
    (29.0, 0.0001, 0.499960448142167),
    (29.0, 2.045, 0.025012037961205838),
    (29.0, 10000000000.0, 1.1768980936117336e-270),
    (100.0, 1.98, 0.02522580341654769),
    (100.0, 30.0, 4.190166279344146e-52),
    (100.0, 10000.0, 3.9792648519577497e-302),
    (1000.0, 1.96, 0.02513659247787436),
    (1000.0, 10.0, 8.335351479300033e-23),
    (10000.0, 2.6, 0.004668041370112432),
    (10000.0, 30.0, 1.0221635237127853e-189),
    (1000000.0, 1e-05, 0.49999601057819343),
    (1000000.0, 1.96, 0.024998033792634895),
    (1000000.0, 10.0, 7.639305384089125e-24),
    (1000000.0, 37.0, 9.149865430901131e-300),
    (1000000000.0, 3.0, 0.0013498980648689578),
    (1000000000.0, 20.0, 2.7537348158163976e-89),
  ]

  /// mpmath 1.3.0, mp.dps = 60: the t with that tail, by Newton's method to a last step below 1e-30.
  static let quantiles: [(degreesOfFreedom: Double, q: Double, t: Double)] = [
    (0.5, 0.4, 0.3979754267847906),
    (0.5, 1e-20, 1.0284911563163402e+39),
    (1.0, 0.49999, 3.141592654626478e-05),
    (1.0, 0.3, 0.7265425280053609),
    (1.0, 0.025, 12.706204736174705),
    (1.0, 1e-12, 318309886183.79065),
    (1.0, 1e-300, 3.1830988618379066e+299),
    (2.5, 0.2, 1.0101638747222386),
    (2.5, 1e-100, 8.765437882279991e+39),
    (4.0, 0.25, 0.7406970841126826),
    (4.0, 0.025, 2.7764451051977943),
    (10.0, 0.4999999999, 2.5699782475714284e-10),
    (10.0, 0.005, 3.1692726726169513),
    (10.0, 1e-200, 2.5645257189481978e+20),
    (29.0, 0.025, 2.0452296421327043),
    (29.0, 1e-10, 9.51796550493783),
    (1000.0, 0.1, 1.2823987214609245),
    (1000.0, 1e-300, 54.291388553051746),
    (1000000.0, 0.3, 0.5244006798602089),
    (1000000.0, 0.025, 1.959966356814107),
    (1000000.0, 1e-250, 33.80925019034945),
  ]

  @Test func agreesWithMpmath() throws {
    for (degreesOfFreedom, t, q) in Self.tails {
      let distribution = try StudentT(degreesOfFreedom: degreesOfFreedom)
      #expect(
        relativeError(distribution.upperTail(t), q) < 1e-12, "ν = \(degreesOfFreedom), t = \(t)")
      #expect(distribution.cdf(-t) == distribution.upperTail(t))
      #expect(relativeError(distribution.cdf(t), 1 - q) < 1e-12)
    }
    for (degreesOfFreedom, q, t) in Self.quantiles {
      let distribution = try StudentT(degreesOfFreedom: degreesOfFreedom)
      #expect(
        relativeError(distribution.quantile(upperTail: q), t) < 1e-12,
        "ν = \(degreesOfFreedom), q = \(q)")
      #expect(distribution.quantile(q) == -distribution.quantile(upperTail: q))
    }
  }

  @Test func endsAndOutsideOfTheDomain() throws {
    let distribution = try StudentT(degreesOfFreedom: 3)
    #expect(distribution.quantile(upperTail: 0) == .infinity)
    #expect(distribution.quantile(upperTail: 1) == -.infinity)
    #expect(distribution.quantile(0.5) == 0)
    // ln t is about 3e5.
    #expect(try StudentT(degreesOfFreedom: 4e-7).quantile(upperTail: 0.44) == .infinity)
    #expect(distribution.upperTail(.infinity) == 0 && distribution.cdf(.infinity) == 1)
    for q in [-0.1, 1.1, .nan] { #expect(distribution.quantile(upperTail: q).isNaN) }
    for bad in [0, -1, .infinity, .nan] {
      #expect(throws: ParameterProblem.self) { try StudentT(degreesOfFreedom: bad) }
    }
  }
}
