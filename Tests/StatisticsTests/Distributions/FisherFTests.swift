import Testing

@testable import Statistics

@Suite struct FisherFTests {
  typealias Row = (d1: Double, d2: Double, f: Double, lower: Double, upper: Double)

  /// mpmath 1.3.0, 40 digits: betainc(d1/2, d2/2, 0, x) and betainc(d2/2, d1/2, 0, 1 − x), regularized,
  /// at x = d1·f / (d1·f + d2).
  static let tails: [Row] = [
    (1.0, 1.0, 161.4476387975881, 0.94999999999999994, 0.050000000000000061),
    (1.0, 10.0, 4.9646, 0.94999994780708623, 0.050000052192913772),
    (3.0, 5000.0, 2.6, 0.94954926675442111, 0.050450733245578891),
    (3.0, 7.5, 1e-06, 1.5150373672512334e-9, 0.99999999848496263),
    (0.5, 2.0, 0.3, 0.51394092257543292, 0.48605907742456708),
    (2.0, 20.0, 400.0, 0.99999999999999993, 7.4500885174343741e-17),
    (5.0, 2.0, 1000000000.0, 0.999999999, 9.999999993e-10),
    (120.0, 60.0, 0.2, 3.6276914076694631e-14, 0.99999999999996372),
    (1000.0, 2000.0, 1.3, 0.99999941229901764, 5.8770098236327216e-7),
    (2.0, 1000000.0, 25.0, 0.99999999998610337, 1.3896626253431656e-11),
  ]

  @Test func agreesWithMpmath() throws {
    for (d1, d2, f, lower, upper) in Self.tails {
      let distribution = try FisherF(numerator: d1, denominator: d2)
      #expect(relativeError(distribution.cdf(f), lower) < 1e-11, "\(d1), \(d2), \(f)")
      #expect(relativeError(distribution.upperTail(f), upper) < 1e-11, "\(d1), \(d2), \(f)")
      if upper <= 0.5 {
        #expect(relativeError(distribution.quantile(upperTail: upper), f) < 1e-11)
      } else {
        #expect(relativeError(distribution.quantile(lower), f) < 1e-11)
      }
    }
  }

  /// F with one degree of freedom above the line is the square of Student's t.
  @Test func oneDegreeOfFreedomIsStudentsSquare() throws {
    let f = try FisherF(numerator: 1, denominator: 17)
    let t = try StudentT(degreesOfFreedom: 17)
    #expect(relativeError(f.upperTail(2.11 * 2.11), 2 * t.upperTail(2.11)) < 1e-13)
    let quantile = t.quantile(upperTail: 5e-9)
    #expect(relativeError(f.quantile(upperTail: 1e-8), quantile * quantile) < 1e-12)
  }

  @Test func endsAndOutsideOfTheDomain() throws {
    let distribution = try FisherF(numerator: 3, denominator: 4)
    #expect(distribution.cdf(0) == 0 && distribution.upperTail(-1) == 1)
    #expect(distribution.upperTail(.infinity) == 0 && distribution.cdf(.infinity) == 1)
    #expect(distribution.quantile(upperTail: 0) == .infinity && distribution.quantile(0) == 0)
    #expect(distribution.quantile(-0.1).isNaN && distribution.upperTail(.nan).isNaN)
    #expect(throws: ParameterProblem.self) { try FisherF(numerator: 0, denominator: 1) }
    #expect(throws: ParameterProblem.self) { try FisherF(numerator: 1, denominator: .nan) }
  }
}
