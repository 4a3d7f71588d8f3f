import Testing

@testable import Market

@Suite struct QuotaTests {
  @Test(arguments: [
    (10, [0.5, 0.3, 0.2], [5, 3, 2]),
    // 3.4, 3.3, 3.3: the largest remainder gets the last one.
    (10, [0.34, 0.33, 0.33], [4, 3, 3]),
    // A tie goes to the earlier segment.
    (1, [0.5, 0.5], [1, 0]),
    (3, [0.25, 0.25, 0.25, 0.25], [1, 1, 1, 0]),
    // 0.29 · 100 is 28.999999999999996 in binary.
    (100, [0.29, 0.71], [29, 71]),
    (0, [0.4, 0.6], [0, 0]),
  ])
  func largestRemainder(_ total: Int, _ shares: [Double], _ counts: [Int]) {
    #expect(quotas(of: total, shares: shares) == counts)
  }

  @Test func alwaysAddUp() {
    for total in [1, 7, 99, 20_000, 19_997] {
      for parts in 1...12 {
        let weights = (1...parts).map { Double($0 * $0 % 7 + 1) }
        let sum = weights.reduce(0, +)
        #expect(quotas(of: total, shares: weights.map { $0 / sum }).reduce(0, +) == total)
      }
    }
  }
}
