import Statistics
import Testing

@testable import Experiments

@Suite struct SampleRatioTests {
  /// An empty arm that should have a third of the units is a degree of freedom.
  ///
  /// χ² = 500 with 2 degrees has the upper tail e⁻²⁵⁰. A known peer forgets the empty arm.
  @Test func emptyArmCounts() throws {
    let split = try SampleRatio(counts: [500, 500, 0])
    #expect(split.degreesOfFreedom == 2)
    #expect(agrees(split.statistic, 500, relative: 1e-13))
    #expect(agrees(split.pValue, 2.6691902155412655e-109, relative: 1e-10))
  }

  /// With one degree of freedom too many, 6 against 3.84 at five per cent would pass unnoticed.
  @Test func armOfWeightZeroDoesNotCount() throws {
    let split = try SampleRatio(counts: [453, 547, 7], weights: [1, 1, 0])
    #expect(split.degreesOfFreedom == 1)
    #expect(split.outside == 7)
    #expect(split.expected == [500, 500, 0])
    #expect(agrees(split.statistic, 2 * 47 * 47 / 500, relative: 1e-13))
    #expect(split == (try SampleRatio(counts: [453, 547, 7], weights: [30, 30, 0])))
  }

  /// R's `binom.test(682, 925, p = 0.75)` gives 0.3825; digits from scipy 1.17.1.
  @Test func exactTestOfTwoArmsAgrees() throws {
    func exact(_ counts: [Int], _ weights: [Double]) throws -> Double {
      try #require(try SampleRatio(counts: counts, weights: weights).exactPValue)
    }
    #expect(agrees(try exact([682, 243], [3, 1]), 0.3824915595748517, relative: 1e-9))
    #expect(agrees(try exact([3, 17], [2, 3]), 0.022427038142043255, relative: 1e-9))
    #expect(agrees(try exact([18, 2], [2, 3]), 5.041260813352966e-06, relative: 1e-9))
    #expect(try exact([10, 10], [1, 1]) == 1)
    #expect(try SampleRatio(counts: [1, 2, 3]).exactPValue == nil)
  }

  @Test func whatCannotBeComputedIsSaid() {
    #expect(throws: NotEstimable("there are no units")) { try SampleRatio(counts: [0, 0]) }
    #expect(throws: NotEstimable("fewer than two arms should have units")) {
      try SampleRatio(counts: [5, 5], weights: [1, 0])
    }
    #expect(throws: NotEstimable("a planned share is negative or no number")) {
      try SampleRatio(counts: [5, 5], weights: [1, -1])
    }
  }
}
