/// How regular the gaps between a customer's purchases are, which all laws here take for pure chance.
///
/// Where gaps are Gamma with shape k, the share of the first in two that follow each other is Beta(k, k), whatever the
/// customer's rate; its variance 1/(4(2k + 1)) gives k (Wheat and Morrison 1990, "Estimating purchase regularity with
/// two interpurchase times", Journal of Marketing Research 27, 87–93). k = 1 is chance.
public struct Regularity: Sendable, Equatable {
  /// Customers with two gaps.
  public private(set) var customers = 0
  private var squares = 0.0
  private var fourths = 0.0

  /// Adds a customer's first two gaps in days.
  ///
  /// Days being whole, half of one is taken off: chance alone would otherwise look regular where gaps are of few
  /// days.
  mutating func add(_ first: Int, _ second: Int) {
    let (a, b) = (Double(first) - 0.5, Double(second) - 0.5)
    let off = a / (a + b) - 0.5
    customers += 1
    squares += off * off
    fourths += off * off * off * off
  }

  /// The variance of the share and its standard error; nil with fewer than ten customers.
  private var variance: (value: Double, error: Double)? {
    guard customers >= 10 else { return nil }
    let n = Double(customers)
    let value = squares / n
    return (value, (max(0, fourths / n - value * value) / n).squareRoot())
  }

  /// The coefficient of variation of a customer's gaps, 1 for chance; nil with fewer than ten customers, and where
  /// gaps scatter so much that no Gamma distribution describes them.
  public var variation: Double? {
    guard let variance = variance?.value, variance < 0.25 else { return nil }
    let k = (1 - 4 * variance) / (8 * variance)
    return k.isFinite ? 1 / k.squareRoot() : 0
  }

  /// How many standard errors the gaps are more regular than chance.
  public var deviations: Double {
    guard let variance else { return 0 }
    let gap = 1.0 / 12 - variance.value
    return variance.error > 0 ? gap / variance.error : gap > 0 ? .infinity : 0
  }

  /// Whether gaps are well below chance: a variation of at most 0.8, three errors from 1.
  public var isRegular: Bool { (variation ?? 1) <= 0.8 && deviations > 3 }
}
