import RealModule
import Testing

@testable import Market

struct HolidayGiftTests {
  private static func gifts(
    _ dates: HolidayGift.Dates, cost: Int64 = 800, factor: Double = 1, days: Int = 0
  ) -> Offer {
    Offer(
      name: "holidays",
      terms: HolidayGift(cost: cost, dates: dates, factor: factor, days: days), orders: .every,
      segments: [0, 1], window: 20..<150, participation: .automatic, effect: .lift(0), worth: 1_500)
  }

  @Test func nothingChangesNothing() {
    GivenMarket.expectNothing(of: Self.gifts(.on([])))
    GivenMarket.expectNothing(of: Self.gifts(.on([10, 150])))
    var kept = Self.gifts(.every(10))
    kept.holdout = 1
    GivenMarket.expectNothing(of: kept)
  }

  @Test func datesAreThoseOfTheWindow() {
    let days = 20..<150
    #expect(
      (0..<200).filter { HolidayGift.Dates.every(50).contain($0, window: days) } == [20, 70, 120])
    #expect(
      (0..<200).filter { HolidayGift.Dates.on([150, 149, 5]).contain($0, window: days) } == [149])
  }

  /// Everybody who has bought by that morning is given one, whether they order or not.
  @Test func everybodyWhoHasBoughtIsGivenOne() {
    let plan = GivenMarket.plans(Self.gifts(.on([40, 100])))[1]
    // Today's customers, and who has ordered first by each of the two mornings.
    let first = [40, 100].reduce(Int64(0)) { $0 + plan.events.total(.firstOrder, days: 0..<$1) }
    #expect(plan.counted(.redeemed) == 2 * 200 + first)
    #expect(plan.counted(.paid) == 800 * plan.counted(.redeemed))
    #expect(-plan.ledger.total(.reward) == plan.counted(.paid))
    #expect(plan.ledger.total(.firstOrderReward) == 0)
  }

  /// Goodwill multiplies purchases on its days, and ends: of constant rates by its factor, within four standard errors.
  @Test func goodwillHoldsForItsDays() {
    let (busy, tight, rate) = (BusyMarket.scenario(people: 1, seed: 1), 1e8, 0.1)
    let segment = Segment(
      name: "customers", size: 5_000, begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight / rate, lapseA: 1, lapseB: 1e12, firstLapse: 0),
      baskets: Published.baskets)
    var offer = Self.gifts(.every(40), factor: 1.6, days: 10)
    offer.segments = [0]
    offer.window = 0..<40
    let scenario = Scenario(
      name: "goodwill", currency: busy.currency, start: busy.start, horizon: 40, seed: 4,
      market: MarketConditions(segments: [segment]),
      plans: [Plan(name: "only", offers: [offer])])
    let plan = ToolMarket.outcome(scenario)[0]
    for (days, factor) in [(0..<10, 1.6), (10..<40, 1.0)] {
      let expected = 5_000 * rate * factor * Double(days.count)
      let orders = Double(plan.events.total(.repeatOrder, days: days))
      #expect(abs(orders - expected) < 4 * expected.squareRoot())
    }
  }

  /// What people are given without ordering, they come to expect: fewer take a coupon afterwards.
  @Test func giftsSpoil() {
    func taken(_ dates: HolidayGift.Dates) -> Int64 {
      var coupon = ToolMarket.threshold
      coupon.terms = Coupon(.fixed(900))
      coupon.window = 150..<180
      return ToolMarket.outcome(ToolMarket.scenario([Self.gifts(dates), coupon]))[1]
        .counted(.taken, 1)
    }
    #expect(taken(.every(2)) < taken(.on([])) * 95 / 100)
  }
}
