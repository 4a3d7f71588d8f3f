import Market
import Testing

struct ParameterUncertaintyTests {
  /// Standard deviations 1, 2, 3 and correlations .5, −.2, .4; given the second, the covariance is
  /// Σ₁₁ − Σ₁₂Σ₂₂⁻¹Σ₂₁, by hand.
  @Test func whatAKnownParameterLeavesOpen() throws {
    let all = ParameterUncertainty(
      deviations: [1, 2, 3], correlations: [[1, 0.5, -0.2], [0.5, 1, 0.4], [-0.2, 0.4, 1]])
    let left = all.holding(1)
    #expect(left.deviations[1] == nil)
    // Variances 1 − 1²/4 = .75 and 9 − 2.4²/4 = 7.56; covariance −.6 − 1·2.4/4 = −1.2.
    #expect(abs(try #require(left.deviations[0]) - 0.75.squareRoot()) < 1e-15)
    #expect(abs(try #require(left.deviations[2]) - 7.56.squareRoot()) < 1e-14)
    let between = try #require(left.correlations[0][2])
    #expect(abs(between + 1.2 / (0.75 * 7.56).squareRoot()) < 1e-15)
    #expect(left.correlations[2][0] == left.correlations[0][2])
    #expect(left.correlations[0][0] == 1)
    #expect(left.correlations[1] == [nil, nil, nil])
    #expect(left.correlations[0][1] == nil)
    #expect(left.holding(1) == left)
  }

  @Test func whatMovesAsOneIsKnownAsOne() {
    let all = ParameterUncertainty(deviations: [1, 2], correlations: [[1, 1], [1, 1]])
    #expect(all.holding(0).deviations == [nil, 0])
  }

  /// z = 1.6448536269514722 (SciPy 1.17.1 `norm.ppf(.95)`).
  @Test func intervalsAreEvenInLogarithms() throws {
    let open = ParameterUncertainty(
      deviations: [0.2, nil], correlations: [[1, nil], [nil, nil]])
    let interval = try #require(open.interval(of: 0, around: 5, probability: 0.9))
    #expect(abs(interval.lowerBound - 3.598_320_4) < 1e-6)
    #expect(abs(interval.lowerBound * interval.upperBound - 25) < 1e-12)
    #expect(open.interval(of: 1, around: 5, probability: 0.9) == nil)
  }
}
