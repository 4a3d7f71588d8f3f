import Market
import Testing

struct LapseLawTests {
  let orders = LapseLaw.afterOrders(a: 1, b: 4, first: .chance(0.2))
  let time = LapseLaw.inTime(s: 2, beta: 300)

  @Test func hazards() {
    #expect(orders.hazard(lapse: 0.15, rate: 0.02) == 0.003)
    #expect(time.hazard(lapse: 0.003, rate: 0.02) == 0.003)
  }

  /// mpmath 1.3.0 with 30 digits: 730 days at λ = 0.02 and a hazard of 0.003.
  @Test(arguments: [(0.001, 4.730_331_563_498_219_2), (0, 5.920_555_009_217_807_5)])
  func ordersOfSomebodyWhoHasNotLeft(discount: Double, expected: Double) {
    for (law, lapse) in [(orders, 0.15), (time, 0.003)] {
      let computed = law.expectedOrders(
        lapse: lapse, rate: 0.02, discountRate: discount, within: 730)
      #expect(abs(computed / expected - 1) < 1e-14)
      let endless = law.expectedOrders(
        lapse: lapse, rate: 0.02, discountRate: discount, within: nil)
      #expect(abs(endless / (0.02 / (discount + 0.003)) - 1) < 1e-14)
    }
  }

  @Test func somebodyWhoNeverLeavesOrNeverOrders() {
    #expect(time.expectedOrders(lapse: 0, rate: 0.02, discountRate: 0, within: 100) == 2)
    #expect(orders.expectedOrders(lapse: 0.1, rate: 0, discountRate: 0, within: nil) == 0)
  }
}
