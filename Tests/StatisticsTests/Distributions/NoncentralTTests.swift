import Testing

@testable import Statistics

@Suite struct NoncentralTTests {
  typealias Row = (nu: Double, delta: Double, t: Double, lower: Double, upper: Double)

  /// mpmath 1.3.0, 34 digits: the integral of a normal tail over the density of ln S, on panels.
  static let tails: [Row] = [
    (1.0, 0.0, 1.0, 0.75, 0.25),
    (1.0, 2.0, 12.7, 0.87471619435581325, 0.12528380564418675),
    (1.0, -3.0, 5.0, 0.99993917974798693, 6.082025201307185e-5),
    (1.0, 5.0, -2.0, 2.1161982121580588e-8, 0.99999997883801788),
    (2.5, 1.0, 30.0, 0.99935080919340499, 6.491908065950063e-4),
    (0.5, 1.0, 3.0, 0.60096702205143297, 0.39903297794856703),
    (10.0, 2.8, 2.2281388519649385, 0.28610892112899709, 0.71389107887100291),
    (10.0, 2.8, -2.2281388519649385, 2.9697377015582799e-6, 0.99999703026229844),
    (10.0, -4.0, 6.0, 0.99999999999752044, 2.4795600977406752e-12),
    (10.0, 30.0, 20.0, 0.014249733913859436, 0.98575026608614056),
    (30.0, -2.0, -8.0, 9.2053693658924908e-6, 0.99999079463063411),
    (38.0, 1.5811388300841898, 2.0243941639119685, 0.66229163443654003, 0.33770836556345997),
    (198.0, 2.8, 1.972, 0.20427500846421581, 0.79572499153578419),
    (198.0, 2.8, -1.972, 1.0350053603902349e-6, 0.99999896499463961),
    (998.0, -6.0, 3.0, 1.0, 1.3646742417819383e-19),
    (998.0, 40.0, 25.0, 4.4950538923591577e-39, 1.0),
    (100000.0, 2.8, 1.95998, 0.20044947436316257, 0.79955052563683743),
    (100000.0, 2.8, -1.95998, 9.6830350637005068e-7, 0.99999903169649363),
    (10000000.0, 5.0, 10.0, 0.99999971332947193, 2.8667052807127059e-7),
    (5.0, 100.0, 60.0, 0.016422058369459993, 0.98357794163054001),
    (5.0, 100.0, 400.0, 0.99739907161520665, 2.6009283847933475e-3),
  ]

  @Test func agreesWithMpmath() throws {
    for (nu, delta, t, lower, upper) in Self.tails {
      let distribution = try NoncentralT(degreesOfFreedom: nu, noncentrality: delta)
      #expect(relativeError(distribution.cdf(t), lower) < 1e-11, "\(nu), \(delta), \(t)")
      #expect(relativeError(distribution.upperTail(t), upper) < 1e-11, "\(nu), \(delta), \(t)")
    }
  }

  @Test func withoutNoncentralityItIsStudents() throws {
    for nu in [0.3, 1, 2.5, 30, 1e4, 1e9] {
      let central = try StudentT(degreesOfFreedom: nu)
      let distribution = try NoncentralT(degreesOfFreedom: nu, noncentrality: 0)
      for t in [-20, -1.5, 0, 1e-3, 2, 12, 30] {
        #expect(
          relativeError(distribution.upperTail(t), central.upperTail(t)) < 1e-11, "\(nu), \(t)")
      }
    }
  }

  @Test func endsAndOutsideOfTheDomain() throws {
    let distribution = try NoncentralT(degreesOfFreedom: 3, noncentrality: 1)
    #expect(distribution.upperTail(.infinity) == 0 && distribution.cdf(.infinity) == 1)
    #expect(distribution.upperTail(-.infinity) == 1 && distribution.cdf(-.infinity) == 0)
    // At t = 0 only the sign of Z + δ counts.
    #expect(relativeError(distribution.upperTail(0), .normalCDF(1)) < 1e-13)
    #expect(distribution.upperTail(.nan).isNaN)
    #expect(throws: ParameterProblem.self) {
      try NoncentralT(degreesOfFreedom: 0, noncentrality: 1)
    }
    #expect(throws: ParameterProblem.self) {
      try NoncentralT(degreesOfFreedom: 1, noncentrality: .nan)
    }
  }
}
