import Testing

@testable import Market

struct ThresholdCouponTests {
  /// SciPy 1.17.1, `quad` over the gamma density between the kinks: mean, shape, reach, pull, worth of 8 off 40.
  @Test(arguments: [
    (35, 6.25, 15, 1, 4.193498180010206), (35, 6.25, 15, 0.15, 3.1931712218749144),
    (38, 400, 15, 0.15, 4.703040506404882), (38, 1e6, 15, 0.15, 4.201734748951519),
    (10, 2, 40, 1, 0.11650213091780548),
  ])
  func worthIsTheMeanOverOnesOwnOrders(
    _ mean: Double, _ shape: Double, _ reach: Double, _ pull: Double, _ worth: Double
  ) {
    let topUp = TopUp(threshold: 4_000, reach: Int64(reach * 100), pull: pull)
    let shopper = Shopper(meanBasket: 100 * mean, basketShape: shape)
    let found = ThresholdCoupon(topUp, off: 800).worth(to: shopper) / 100
    #expect(ThresholdGift(topUp, cost: 1, worth: 800).worth(to: shopper) / 100 == found)
    // The chance to top up has a kink, which a rule of 24 points meets to three digits.
    #expect(abs(found - worth) < 2e-3 * max(1, worth))
  }

  @Test func chancesEndAtReachAndThreshold() {
    let terms = TopUp(threshold: 4_000, reach: 1_500, pull: 0.5)
    #expect(terms.chance(of: 2_499, for: 800) == 0)
    #expect(terms.chance(of: 2_500, for: 800) == 0.5 * 800 / 1_500)
    #expect(terms.chance(of: 3_900, for: 800) == 1)
    #expect(terms.chance(of: 4_000, for: 800) == 1)
  }

  /// What is topped up reaches the threshold: more revenue, its goods, and never a basket between.
  @Test func toppedUpOrdersReachTheThreshold() throws {
    var offer = ToolMarket.threshold
    offer.participation = .automatic
    offer.effect = .lift(0)
    let plans = ToolMarket.outcome(ToolMarket.scenario([offer]))
    let raised = plans[1].counted(.raised)
    #expect(raised > 50)
    #expect(plans[1].ledger.total(.revenue) > plans[0].ledger.total(.revenue))
    #expect(plans[1].ledger.total(.costOfGoods) < plans[0].ledger.total(.costOfGoods))
    // Everybody's baskets stay what they are without a pull, and then nobody is raised.
    offer.terms = ThresholdCoupon(threshold: 5_000, off: 800, reach: 3_000, pull: 0)
    #expect(ToolMarket.outcome(ToolMarket.scenario([offer]))[1].counted(.raised) == 0)
  }
}
