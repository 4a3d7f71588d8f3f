import Statistics
import Testing

@Suite struct SortedSampleFreshTests {
  private let values = [3.1, -2.0, 7.7, 0.4, 5.5, 5.5, -1.25, 9.0]

  /// numpy 2.4.6: quantile(x, p, method="weibull"), which is type 6.
  @Test func agreesWithNumpy() throws {
    let sample = try #require(SortedSample(values))
    for (share, value) in [(0.12, -1.94), (0.25, -0.8375), (0.5, 4.3), (0.6, 5.5), (0.875, 8.8375)]
    {
      #expect((try #require(sample.freshQuantile(share)) - value).magnitude < 1e-14, "\(share)")
    }
  }

  /// Eight values have nine gaps: nothing is known below a ninth.
  @Test func thereIsNoQuantileBeyondTheSample() throws {
    let sample = try #require(SortedSample(values))
    #expect(sample.freshQuantile(0.11) == nil && sample.freshQuantile(0.89) == nil)
    #expect(sample.freshQuantile(1.0 / 9) == -2 && sample.freshQuantile(8.0 / 9) == 9)
  }

  @Test func chancesAreTheQuantilesTurnedRound() throws {
    let sample = try #require(SortedSample(values))
    for share in [0.12, 0.25, 0.4, 0.5, 0.7, 0.875] {
      let quantile = try #require(sample.freshQuantile(share))
      #expect((sample.chanceFresh(above: quantile) - (1 - share)).magnitude < 1e-12, "\(share)")
    }
    #expect(sample.chanceFresh(above: -5) == 1 - 1.0 / 9)
    #expect(sample.chanceFresh(above: 10) == 1 - 8.0 / 9)
  }

  @Test func equalValuesCountAsTheyAreAskedTo() throws {
    let sample = try #require(SortedSample([1, 2, 2, 2, 3]))
    #expect(sample.chanceFresh(above: 2) == 0.5)
    #expect(sample.chanceFresh(above: 2, equal: 0) == 1 - 4.0 / 6)
    #expect(sample.chanceFresh(above: 2, equal: 1) == 1 - 2.0 / 6)
    let same = try #require(SortedSample([0, 0, 0]))
    for share in [0, 0.5, 1] { #expect(same.chanceFresh(above: 0, equal: share) == share) }
  }
}
