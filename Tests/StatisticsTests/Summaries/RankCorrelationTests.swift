import Statistics
import Testing

@Suite struct RankCorrelationTests {
  /// Of ranks without ties it is 1 − 6Σd²/(n(n² − 1)).
  @Test func isSpearmansFormulaWithoutTies() throws {
    let found = try #require(RankCorrelation([10, 200, 30, 4_000, 5e6], [3, 0, 2, 1, 5]))
    // Ranks 1, 3, 2, 4, 5 against 4, 1, 3, 2, 5: Σd² = 9 + 4 + 1 + 4 + 0 = 18.
    #expect(abs(found.value - (1 - 6.0 * 18 / (5 * 24))) < 1e-15)
    #expect(found.count == 5)
    #expect(abs(found.deviations - found.value * 2) < 1e-15)
  }

  /// SciPy 1.17.1: spearmanr([1, 2, 2, 3, 4], [1, 3, 2, 2, 5]) is 0.7631578947368421.
  @Test func equalValuesShareTheirRank() throws {
    let found = try #require(RankCorrelation([1, 2, 2, 3, 4], [1, 3, 2, 2, 5]))
    #expect(abs(found.value - 0.763_157_894_736_842_1) < 1e-15)
  }

  @Test func whateverRisesTogetherIsOne() throws {
    #expect(try #require(RankCorrelation([1, 2, 3], [1, 10, 100])).value == 1)
    #expect(try #require(RankCorrelation([1, 2, 3], [0, -1, -50])).value == -1)
  }

  @Test func nothingToCorrelate() {
    #expect(RankCorrelation([1, 2], [1, 2]) == nil)
    #expect(RankCorrelation([1, 1, 1], [1, 2, 3]) == nil)
  }
}
