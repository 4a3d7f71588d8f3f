import Testing

@testable import Statistics

/// Parameters at the ends of the doubles have an answer, and soon.
@Suite struct ExtremeParametersTests {
  /// Beside so large a shift the normal variable is nothing: (Z + δ)/S is δ/S.
  @Test(arguments: [1.0, 8, 1e4], [1e8, 1e15, 1e300])
  func noncentralT(degreesOfFreedom: Double, noncentrality: Double) throws {
    let law = try NoncentralT(
      degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
    let chi = try ChiSquared(degreesOfFreedom: degreesOfFreedom)
    for ratio in [0.5, 0.99, 1, 1.3] {
      // T > δ/ratio where S < ratio.
      let expected = chi.cdf(degreesOfFreedom * ratio * ratio)
      #expect(relativeError(law.upperTail(noncentrality / ratio), expected) < 1e-6)
    }
    #expect(law.upperTail(2) == 1 || noncentrality < 1e9)
    #expect(law.upperTail(-2) == 1)
    let other = try NoncentralT(
      degreesOfFreedom: degreesOfFreedom, noncentrality: -noncentrality)
    #expect(other.upperTail(2) == 0)
    #expect(relativeError(other.cdf(-noncentrality), law.upperTail(noncentrality)) < 1e-9)
  }

  /// On both sides of where the sum gives way to an approximation.
  @Test func noncentralChiSquared() throws {
    for z in [-3.0, -1, 0, 1, 3] {
      let tails = try [0.99e12, 1.01e12].map { noncentrality in
        let law = try NoncentralChiSquared(degreesOfFreedom: 3, noncentrality: noncentrality)
        return law.upperTail(law.mean + z * law.variance.squareRoot())
      }
      #expect(relativeError(tails[1], tails[0]) < 1e-4)
    }
    let far = try NoncentralChiSquared(degreesOfFreedom: 3, noncentrality: 1e300)
    #expect(far.upperTail(50) == 1)
    #expect(far.cdf(50) == 0)
  }

  @Test(arguments: [1.0, 20, 1e8]) func noncentralF(denominator: Double) throws {
    for share in [0.7, 1, 1.4] {
      let tails = try [0.99e12, 1.01e12].map { noncentrality in
        try NoncentralF(numerator: 2, denominator: denominator, noncentrality: noncentrality)
          .upperTail(share * (1 + noncentrality / 2))
      }
      #expect((tails[1] - tails[0]).magnitude < 1e-4)
    }
    let far = try NoncentralF(numerator: 2, denominator: denominator, noncentrality: 1e300)
    #expect(far.upperTail(50) > 1 - 1e-9)
  }

  @Test func shapesBeyondCounting() {
    // A beta distribution of 10¹² successes and as many failures is normal about ½.
    let shape = 1e12
    let spread = 0.5 / (2 * shape).squareRoot()
    let tail = Double.regularizedBeta(0.5 - spread, shape, shape)
    #expect(relativeError(tail, Double.normalCDF(-1)) < 1e-5)
    let gamma = Double.regularizedGammaQ(shape, shape + shape.squareRoot())
    #expect(relativeError(gamma, Double.normalCDF(-1)) < 1e-5)
  }
}
