import Statistics
import Testing

@testable import Market

/// A reminder that costs nothing brings orders sooner and drives nobody away.
@Suite struct AccelerationTests {
  private static let text = """
    name: acceleration
    currency: CNY
    start: 2026-03-02
    horizon: 26 weeks
    people: 500
    discount: 8% per year
    segments:
      members:
        begin as: customers
        purchases: {average: 1.5 per month, variation: 100%}
        lapse: {average: 8%, variation: 80%}
        basket: {average: 36 CNY, between customers: 40%, within customers: 30%}
        cost of goods: 40%
        cost per order: 1 CNY
    coupons:
      free reminder:
        value: 0.01 CNY
        orders: repeats
        window: day 1..180
        automatic: yes
        daily multipliers: 1.5
    plans:
      - name: none
      - name: free reminder
        coupons: {free reminder: }
      - name: free reminder one month
        coupons: {free reminder: {window: day 1..30}}

    """

  /// While the factor is 1.5 an order's chance to lapse is divided by it, so that stays are what
  /// they would be: afterwards the expected difference is 0.
  ///
  /// Once it fell by a tenth.
  ///
  /// Student t with 19 degrees of freedom leaves ±5 standard errors once in 10,000 runs; there
  /// are two of them.
  @Test func valueAfterwardsIsNotLowered() throws {
    let played = try CaseMarket.replications(Self.text, 20)
    let baseline = played.map { $0.plans[0].figures[.afterwards, 0] }
    let value = Moments(baseline).mean
    for plan in 1...2 {
      let differences = Moments(
        zip(played, baseline).map { $0.plans[plan].figures[.afterwards, 0] - $1 })
      let error = try #require(differences.standardError)
      #expect(abs(differences.mean) < 5 * error)
      // Small enough to see what once went wrong.
      #expect(5 * error < 0.1 * value)
      let orders = played.map {
        $0.plans[plan].figures[.orders, 0] - $0.plans[0].figures[.orders, 0]
      }
      #expect(orders.allSatisfy { $0 > 0 })
    }
  }
}
