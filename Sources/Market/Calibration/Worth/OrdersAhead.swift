internal import RealModule
internal import Statistics

/// The orders within a time of a customer known not to have lapsed.
struct OrdersAhead {
  /// P(Y = n) for n from 0 on, up to all but a millionth.
  let chances: [Double]
  /// E[Y].
  let expected: Double
  /// What an order counts for on average because of when it comes, 1 without discount.
  let discount: Double

  /// - Parameters:
  ///   - law: Of the orders from today on.
  ///   - terms: The time, and the discount.
  init(_ law: some PurchaseModel, _ terms: WorthTerms) {
    let t = terms.horizon
    var chances: [Double] = []
    var left = 1.0
    while left > 1e-6, chances.count < Self.most {
      let chance = max(0, law.probability(of: chances.count, within: t))
      chances.append(chance)
      left -= chance
    }
    self.chances = chances
    expected = law.expectedPurchases(within: t)
    guard terms.discountRate != 0, expected > 0 else {
      discount = 1
      return
    }
    // ∫ e^(−δu) dE[Y(u)] by parts.
    let rate = terms.discountRate
    let discounted =
      .exp(-rate * t) * expected
      + rate
      * Self.rule.integral(from: 0, to: t) { .exp(-rate * $0) * law.expectedPurchases(within: $0) }
    discount = discounted / expected
  }

  /// Beyond so many orders their sum is as good as proportional to their number.
  private static let most = 2_000
  private static let rule = GaussLegendre(count: 16)
}
