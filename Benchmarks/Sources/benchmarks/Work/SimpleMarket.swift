import Documents
import Foundation
import Market
import Statistics

/// The market of the peers' script: BG/NBD and Gamma–Gamma customers for a year, and a two-week coupon.
///
/// The coupon of 5.00 multiplies the purchase intensity by 1 + 1.5·(1 − e^{−gain/4}), where the gain is
/// what the offer exceeds a reference reward by that learns 10 % a day while the coupon is seen.
enum SimpleMarket {
  /// By quadrature over the traits with SciPy 1.17, for the continuous clock.
  ///
  /// A coupon that multiplies the intensity by m on a day moves nobody's stay: e^(−λπt) are there after t days, and
  /// E(e^(−λπt)) = (α/(α + πt))^r. Orders are the sum of the days' m·(E(e^(−λπd)) − E(e^(−λπ(d + 1))))/π over π ~ Beta.
  /// The peers let a coupon's orders end stays as any others (1.4740 orders).
  static let expectedOrders = 1.5090
  static let expectedNet = 52.43

  /// BG/NBD as Fader, Hardie and Lee (2005) fitted it to the CDNOW sample, per week.
  static let purchases = PurchaseHabits(
    shape: 0.243, rate: 4.414 * 7, lapseA: lapses.a, lapseB: lapses.b)
  static let lapses = Beta(uncheckedA: 0.793, b: 2.426)
  /// Gamma–Gamma fitted to the same customers, in cents.
  static let baskets = Baskets(p: 6.25, q: 3.74, gamma: 1544)

  static func scenario(customers: Int, coupling: Coupling = .none) -> Scenario {
    var reference = 0.0
    let multipliers = (0..<14).map { _ in
      let gain = max(0, 5 - reference)
      reference += 0.1 * (5 - reference)
      return 1 + 1.5 * (1 - exp(-gain / 4))
    }
    var coupon = Offer(
      name: "coupon", terms: Coupon(.fixed(500)), orders: .repeats, segments: [0], window: 30..<44,
      participation: .automatic, effect: .multipliers(multipliers))
    if coupling == .budget { coupon.budget = .max }
    var product = Product()
    if coupling == .product {
      product.iteration = Product.Iteration(every: 30, gain: 0, saturation: 1, best: 0, cost: 0)
    }
    let customersSegment = Segment(
      name: "customers", size: customers, begins: .customers, purchases: purchases,
      baskets: baskets)
    return Scenario(
      name: "simple market", currency: Currency(code: "USD"),
      start: CalendarDate(dayNumber: 20_454), horizon: 365, seed: 1,
      market: MarketConditions(segments: [customersSegment], product: product, residualDays: 0),
      plans: [Plan(name: "coupon", offers: [coupon])])
  }
}
