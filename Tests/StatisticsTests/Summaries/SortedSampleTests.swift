import Statistics
import Testing

@Suite struct SortedSampleTests {
  private let values = [3.1, -2.0, 7.7, 0.4, 5.5, 5.5, -1.25, 9.0]

  /// numpy 2.4.6: quantile(x, p), whose default is type 7.
  @Test func agreesWithNumpy() throws {
    let sample = try #require(SortedSample(values))
    let expected = [
      (0, -2.0), (0.1, -1.475), (0.25, -0.0125), (0.5, 4.3), (0.9, 8.09), (0.975, 8.7725), (1, 9),
    ]
    for (share, value) in expected {
      #expect((sample.quantile(share) - value).magnitude < 1e-15 * 16, "\(share)")
    }
    #expect(sample.median == 4.3 && sample.count == 8)
    #expect(sample.spread(coverage: 1) == Interval(low: -2, high: 9))
    #expect(sample.spread(coverage: 0) == Interval(low: sample.median, high: sample.median))
  }

  @Test func oneValueIsEveryQuantile() throws {
    let sample = try #require(SortedSample([7]))
    for share in [0, 0.3, 1] { #expect(sample.quantile(share) == 7) }
  }

  @Test func equalNeighboursAreNotBlended() throws {
    let sample = try #require(SortedSample([0.1, 0.1, 0.1]))
    for share in [0.1, 0.2, 0.7] { #expect(sample.quantile(share) == 0.1) }
  }

  @Test func infiniteValuesDoNotSpoilTheirNeighbours() throws {
    let sample = try #require(SortedSample([.infinity, -.infinity, .infinity, 2, 1]))
    #expect(sample.quantile(0.25) == 1 && sample.quantile(0.5) == 2)
    #expect(sample.quantile(0.1) == -.infinity && sample.quantile(0.6) == .infinity)
    #expect(sample.quantile(0.9) == .infinity)
  }

  @Test func thereIsNoQuantileOfNothing() {
    #expect(SortedSample([]) == nil && SortedSample([1, .nan]) == nil)
  }
}
