import Statistics
import Testing

@testable import Market

/// A shop with a margin of 1.5 million earns it, whatever its plan, less its rewards.
@Suite struct TodaysMarginTests {
  private static let text = """
    name: take-up
    currency: CNY
    start: 2026-03-02
    horizon: 60 days
    residual: 1 year
    people: 500
    segments:
      all:
        begin as: customers
        purchases: {average: 2 per month, variation: 50%}
        lapse: {average: 10%, variation: 50%}
        basket: {average: 40 CNY, between customers: 1%, within customers: 30%}
        cost of goods: 40%
        participation cost: {understanding: 1 CNY, time: 3 CNY, trust: 1 CNY, spread: 0.7}
    coupons:
      c:
        orders: repeats
        window: day 1..60
        uses: 1
        attention: {chance: 100%, fading: 100 days}
        decision noise: 0.3
        lift: 0
    plans:
      - name: none
      - name: v10
        coupons: {c: {value: 10 CNY}}
      - name: p25
        coupons: {c: {value: 25%}}

    """

  /// BG/NBD with r 4, α 60.833 days, a 3.5, b 31.5: 3.1637041 orders expected in 60 days and
  /// 9.9848933 in 425 (hyp2f1 of SciPy 1.17.1), each with 60% of 40 CNY; 20,000 such customers have
  /// 1.52 million within the horizon.
  ///
  /// Student t with 19 degrees of freedom leaves ±5 standard errors once in 10,000 runs; there
  /// are two of them.
  @Test func theBaselineEarnsTheMargin() throws {
    let played = try CaseMarket.replications(Self.text, 20)
    for (figure, orders) in [
      (Figure.contribution, 3.1637041), (.afterwards, 9.9848933 - 3.1637041),
    ] {
      let values = Moments(played.map { $0.plans[0].figures[figure, 0] })
      let error = try #require(values.standardError)
      #expect(abs(values.mean - 500 * orders * 2_400) < 5 * error)
      #expect(error < 0.02 * values.mean)
    }
  }

  /// Exact: a coupon without a lift moves no order, so that rewards are all the difference.
  @Test func rewardsExplainTheRest() throws {
    let plans = try #require(CaseMarket.replications(Self.text, 1).first).plans
    for plan in plans.dropFirst() {
      let rewards = plan.figures[.rewards, 0]
      #expect(rewards > 0)
      #expect(plan.figures[.contribution, 0] == plans[0].figures[.contribution, 0] - rewards)
      #expect(plan.figures[.afterwards, 0] == plans[0].figures[.afterwards, 0])
    }
  }
}
