internal import RealModule
internal import Statistics

/// What each customer of a log is worth by a law of purchases and Gamma–Gamma.
///
/// Orders and baskets are independent, as Gamma–Gamma has it. Given n orders their sum S is, over what is not known
/// of the customer's own mean, beta prime: S/(γ + x·z̄ + S) ~ Beta(p·n, q + p·x), x baskets of mean z̄ known (Fader
/// and Hardie 2013, equation 4 with all that is known in it); mixed over n it gives the band.
struct WorthTable {
  private let baskets: GammaGamma
  private let terms: WorthTerms
  private var ahead: [Key: OrdersAhead] = [:]

  private struct Key: Hashable {
    let repeats: Int
    let age: Int
  }

  init(_ baskets: GammaGamma, _ terms: WorthTerms) {
    self.baskets = baskets
    self.terms = terms
  }

  /// - Parameters:
  ///   - history: What is known of the customer.
  ///   - alive: The chance that they have not lapsed.
  ///   - scale: Minor units in the unit of γ.
  ///   - unit: The law's unit of time.
  ///   - model: The law.
  /// - Returns: In the unit of γ.
  mutating func worth(
    of history: CustomerHistory, alive: Double, scale: Double, unit: RateUnit,
    _ model: some PurchaseModel
  ) -> CustomerWorth {
    let key = Key(repeats: history.repeats, age: history.age)
    let orders =
      ahead[key]
      ?? OrdersAhead(
        model.remaining(repeats: history.repeats, age: Double(history.age) / unit.days), terms)
    ahead[key] = orders
    // Repeat orders that brought nothing are no baskets of this model.
    let known = history.meanBasket == nil ? 0 : history.pricedRepeats
    let total = Double(known == 0 ? 0 : history.repeatSpend) / scale
    let basket = baskets.expectedBasket(
      repeats: known, meanBasket: known == 0 ? 0 : total / Double(known))
    let factor = terms.margin * orders.discount
    let sum = OrderSum(
      orders: orders.chances.enumerated().map { $1 * alive + ($0 == 0 ? 1 - alive : 0) },
      p: baskets.p, shape: baskets.q + baskets.p * Double(known), scale: baskets.gamma + total)
    return CustomerWorth(
      expectedBasket: basket, value: basket.map { $0 * factor * orders.expected * alive },
      low: factor * sum.quantile(0.05), high: factor * sum.quantile(0.95))
  }
}

/// The sum of a number of baskets that is not known, nor the customer's own mean.
struct OrderSum {
  /// P(n orders).
  let orders: [Double]
  let p: Double
  /// Of the customer's rate ν ~ Gamma(shape, scale).
  let shape: Double
  let scale: Double

  /// P(S ≤ s).
  func probability(upTo s: Double) -> Double {
    let x = s / (scale + s)
    return orders.indices.reduce(0) { sum, n in
      sum + (n == 0 ? orders[0] : orders[n] * .regularizedBeta(x, p * Double(n), shape))
    }
  }

  func quantile(_ share: Double) -> Double {
    guard let none = orders.first, none < share else { return 0 }
    // Sought on x = s/(scale + s), which lies between 0 and 1 however long the tail is.
    func value(_ x: Double) -> Double { scale * x / (1 - x) }
    let bracket = RootBracket(low: 0, high: 1 - 1e-12)
    let root = bracket.root(within: 1e-9) { probability(upTo: value($0)) - share }
    return root.map(value) ?? .infinity
  }
}
