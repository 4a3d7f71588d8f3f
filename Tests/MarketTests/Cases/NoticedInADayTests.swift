import Testing

@testable import Market

/// An attention of 60% means that 60% notice.
@Suite struct NoticedInADayTests {
  private static let text = """
    name: attention
    currency: CNY
    start: 2026-03-02
    horizon: 28 days
    residual: 0
    people: 20000
    segments:
      all:
        begin as: customers
        purchases: {average: 1 per year, variation: 10%}
        lapse: {average: 1%, variation: 10%}
        basket: {average: 40 CNY, between customers: 1%, within customers: 30%}
    plans:
      - name: none
      - name: chance 60 one day
        coupons:
          c: {orders: repeats, window: day 1..1, value: 10 CNY, attention: {chance: 60%}}

    """

  /// Binomial: 12,000 of 20,000 with a standard deviation of √(20,000·.6·.4) = 69.3; outside of
  /// four of them once in 16,000 runs.
  @Test func sixtyInAHundredNotice() throws {
    let plans = try #require(CaseMarket.replications(Self.text, 1).first).plans
    #expect(abs(plans[1].figures[.noticed, 0] - 12_000) < 4 * 69.3)
    #expect(plans[0].figures[.noticed, 0] == 0)
  }
}
