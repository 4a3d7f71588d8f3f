import Statistics
import Testing

@Suite struct RatioOfMeansTests {
  private let above = [3.1, -2.0, 7.7, 0.4, 5.5, 5.5, -1.25, 9.0]
  private let below = [1.5, 0.5, 4.0, 1.0, 2.5, 3.5, 0.25, 4.5]

  private func ratio(_ above: [Double], _ below: [Double]) throws -> RatioOfMeans {
    var joint = CoMoments(variables: 2)
    for (y, x) in zip(above, below) { joint.add([y, x]) }
    return try #require(RatioOfMeans(joint, numerator: 0, denominator: 1))
  }

  /// |t| of the differences y − θx, which Fieller's set compares with Student's quantile.
  private func significance(_ above: [Double], _ below: [Double], _ theta: Double) throws -> Double
  {
    let differences = Moments(zip(above, below).map { $0 - theta * $1 })
    return differences.mean.magnitude / (try #require(differences.standardError))
  }

  /// scipy 1.17.1: stats.t.isf(.025, 7).
  private let studentQuantile = 2.3646242515927844

  @Test func deltaIsTheErrorOfTheLinearizedRatio() throws {
    let ratio = try ratio(above, below)
    let theta = 3.49375 / 2.21875
    #expect(relativeError(try #require(ratio.estimate), theta) < 1e-15)
    // The values y − θx have mean 0; their standard error over x̄ is the delta method's.
    let residuals = Moments(zip(above, below).map { $0 - theta * $1 })
    let error = try #require(residuals.standardError) / 2.21875
    #expect(relativeError(try #require(ratio.standardError), error) < 1e-13)
    let interval = try #require(ratio.deltaInterval(confidence: 0.95))
    #expect(relativeError(interval.low, theta - studentQuantile * error) < 1e-12)
    #expect(relativeError(interval.high, theta + studentQuantile * error) < 1e-12)
  }

  @Test func aClearDenominatorBoundsFiellersSet() throws {
    guard case .bounded(let interval) = try ratio(above, below).fiellerSet(confidence: 0.95) else {
      Issue.record("the denominator is 3.8 standard errors from 0")
      return
    }
    for end in [interval.low, interval.high] {
      #expect(relativeError(try significance(above, below, end), studentQuantile) < 1e-12)
    }
    #expect(interval.contains(3.49375 / 2.21875))
    #expect(try significance(above, below, interval.high + 1) > studentQuantile)
  }

  @Test func anUnclearDenominatorLeavesOutAtMostAGap() throws {
    // Shifted until the denominator's mean is within its error of 0, the numerator's is not.
    let unclear = below.map { $0 - 2.2 }
    let far = above.map { $0 + 20 }
    guard case .outside(let gap) = try ratio(far, unclear).fiellerSet(confidence: 0.95) else {
      Issue.record("the numerator is clear, so ratios near 0 are excluded")
      return
    }
    for end in [gap.low, gap.high] {
      #expect(relativeError(try significance(far, unclear, end), studentQuantile) < 1e-12)
    }
    #expect(gap.contains(0))
    #expect(try significance(far, unclear, 0) > studentQuantile)
    #expect(try significance(far, unclear, gap.high + 5) < studentQuantile)
  }

  @Test func twoUnclearMeansExcludeNothing() throws {
    let unclear = below.map { $0 - 2.2 }
    let alternating = [1.0, -1, 1, -1, 1, -1, -1, 1.1]
    let ratio = try ratio(alternating, unclear)
    #expect(ratio.fiellerSet(confidence: 0.95) == .everything)
    for theta in [-1e6, -1, 0, 0.3, 1, 1e6] {
      #expect(try significance(alternating, unclear, theta) < studentQuantile)
    }
  }

  @Test func aDenominatorAtZeroHasNoRatio() throws {
    let ratio = try ratio([1, 2, 3], [-1, 0, 1])
    #expect(ratio.estimate == nil && ratio.deltaInterval(confidence: 0.9) == nil)
    var single = CoMoments(variables: 2)
    single.add([1, 2])
    #expect(RatioOfMeans(single, numerator: 0, denominator: 1) == nil)
  }

  /// Independent samples are observations together whose covariance is 0.
  @Test func independentSamplesHaveNoCovariance() throws {
    let (above, below) = (Moments([4, 6, 5, 9, 6]), Moments([2, 3, 1]))
    let ratio = try #require(
      RatioOfMeans(numerator: above, denominator: below, degreesOfFreedom: .infinity))
    let theta = try #require(ratio.estimate)
    #expect(theta == 3)
    // Variances of the means 0.7 and 1/3; 1.96 is the normal distribution's.
    let error = (0.7 + 9.0 / 3).squareRoot() / 2
    #expect(relativeError(try #require(ratio.standardError), error) < 1e-14)
    let interval = try #require(ratio.deltaInterval(confidence: 0.95))
    #expect(relativeError(interval.halfWidth, 1.959963984540054 * error) < 1e-13)
    #expect(
      RatioOfMeans(numerator: Moments([1]), denominator: below, degreesOfFreedom: 3) == nil)
  }
}
