import Testing

@testable import Market

struct CustomerWorthTests {
  let law = BGNBD(r: 0.2426, alpha: 4.414, a: 0.7929, b: 2.426)
  let baskets = GammaGamma(p: 6.25, q: 3.74, gamma: 15.44)

  /// Played with NumPy 2.4.6, four million customers each.
  ///
  /// λ, π, lapses, ν and baskets drawn one after the other: mean, 5% and 95% points. Their standard errors are below 0.1% of the mean and 0.3% of the upper point.
  @Test(arguments: [
    (2, 213, 272, 8_000, 47.958, 0.0, 182.96), (0, 0, 272, 0, 6.874_7, 0, 44.746),
    (26, 216, 217, 90_000, 718.33, 39.36, 1_385.2),
  ])
  func asPlayed(
    x: Int, recency: Int, age: Int, spend: Int64, mean: Double, low: Double, high: Double
  ) {
    let history = CustomerHistory(repeats: x, recency: recency, age: age, repeatSpend: spend)
    let alive = law.probabilityAlive(
      repeats: x, recency: Double(recency) / 7, age: Double(age) / 7)
    var table = WorthTable(baskets, WorthTerms(horizon: 39))
    let worth = table.worth(of: history, alive: alive, scale: 100, unit: .week, law)
    #expect(abs((worth.value ?? 0) / mean - 1) < 0.005)
    #expect(abs(worth.low - low) <= 0.02 * max(low, 0.01))
    #expect(abs(worth.high / high - 1) < 0.01)
  }

  /// Half the margin is worth half; a discount takes less off than that of the last day.
  @Test func marginAndDiscountCount() throws {
    let history = CustomerHistory(repeats: 2, recency: 213, age: 272, repeatSpend: 8_000)
    func worth(_ terms: WorthTerms) -> CustomerWorth {
      var table = WorthTable(baskets, terms)
      return table.worth(of: history, alive: 0.7, scale: 100, unit: .week, law)
    }
    let plain = worth(WorthTerms(horizon: 39))
    let half = worth(WorthTerms(horizon: 39, margin: 0.5))
    let value = try #require(plain.value)
    #expect(abs((half.value ?? 0) / value - 0.5) < 1e-12)
    #expect(abs(half.high / plain.high - 0.5) < 1e-9)
    let discounted = try #require(worth(WorthTerms(horizon: 39, discountRate: 0.01)).value)
    #expect(discounted < value && discounted > value * 0.677)
  }

  /// pγ/(q − 1) has no value for q ≤ 1: the mean is infinite, what nine of ten bring is not.
  @Test func anInfiniteMeanHasABandAllTheSame() {
    let history = CustomerHistory(repeats: 0, recency: 0, age: 272)
    var table = WorthTable(GammaGamma(p: 2, q: 0.9, gamma: 10), WorthTerms(horizon: 39))
    let worth = table.worth(of: history, alive: 1, scale: 100, unit: .week, law)
    #expect(worth.expectedBasket == nil)
    #expect(worth.value == nil)
    #expect(worth.high.isFinite && worth.high > 0)
  }
}
