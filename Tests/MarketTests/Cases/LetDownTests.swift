import Foundation
import Testing

@testable import Market

/// What being let down makes of how often people buy, and what goes back counts as.
struct LetDownTests {
  /// 4,000 customers who order at 0.05 a day.
  private static func text(_ offers: String, plan: String) -> String {
    """
    name: let down
    currency: CNY
    start: 2026-03-02
    horizon: 100 days
    people: 4000
    residual: 0 days
    seed: 11
    segments:
      a:
        begin as: customers
        purchases: {average: 0.05 per day, variation: 1%, satisfaction effect: 0.5}
        lapse: {after: 1000000 days, spread: 1%}
        basket: {average: 50 CNY}
    \(offers)
    plans:
      - name: as today
      - name: they are let down
        \(plan)
    """
  }

  /// Orders fewer than without it, over some replications, with their standard error.
  private func fewer(_ offers: String, plan: String, _ count: Int = 8) throws -> (Double, Double) {
    let played = try CaseMarket.replications(Self.text(offers, plan: plan), count)
    #expect(played.count == count)
    let fewer = played.map { replication in
      let orders = replication.plans.map {
        Double($0.events.total(.firstOrder) + $0.events.total(.repeatOrder))
      }
      return orders[0] - orders[1]
    }
    let mean = fewer.reduce(0, +) / Double(count)
    let squares = fewer.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(count * (count - 1))).squareRoot())
  }

  /// Who bought in the fortnight before waits for the next order at e^{−βs} of their rate.
  ///
  /// Of T days they order F + λ(T − F/λ′) times, F = 1 − e^{−λ′T}, in place of λT. |z| ≤ 4.
  @Test func regretSlowsPurchases() throws {
    let (mean, error) = try fewer(
      """
      coupons:
        cut:
          {value: 10 CNY, orders: every, window: day 41..60, automatic: yes,
           regret: {within: 14 days, from: 5 CNY, disappointment: 5}}
      """, plan: "coupons: {cut: }")
    let (rate, slowed, days) = (0.05, 0.05 * exp(-2.5), 60.0)
    let first = 1 - exp(-slowed * days)
    let letDown = 4_000 * (1 - exp(-rate * 14))
    let expected = letDown * (rate * days - first - rate * (days - first / slowed))
    #expect(abs(mean - expected) < 4 * error, "\(mean) ± \(error), not \(expected)")
    #expect(error < expected / 20)
  }

  /// Whoever else lets somebody down slows them too.
  @Test(arguments: [
    (
      "tasks: {t: {reward: 10 CNY, steps: 5, goes on: 50%, automatic: yes, window: day 1..60, disappointment: 5}}",
      "tasks: {t: }"
    ),
    (
      "care: {c: {asks: 0.1 per day, talks: 0, window: day 1..end, disappointment: 5}}",
      "care: {c: }"
    ),
    ("capacities: {s: {serves: 150, window: day 1..end, disappointment: 5}}", "capacities: {s: }"),
  ]) func othersSlowThemToo(_ offers: String, plan: String) throws {
    let (mean, error) = try fewer(offers, plan: plan, 4)
    #expect(mean > 10 * error && mean > 500, "\(mean) ± \(error)")
  }

  /// What a review was paid for goes back with the order it was of: a fifth of some 48,000.
  ///
  /// |z| ≤ 4.
  @Test func reviewsAreClawedBack() throws {
    func paid(_ more: String) throws -> Double {
      let text = Self.text(
        """
        feedback rewards:
          review: {reward: 8 CNY, orders: every, window: day 1..60, automatic: yes\(more)}
        """, plan: "feedback rewards: {review: }"
      ).replacingOccurrences(
        of: "{average: 50 CNY}",
        with: "{average: 50 CNY, returns: {share: 20%, after: 5 days, varies: no}}")
      return try CaseMarket.replications(text, 4).reduce(0) {
        $0 + Double($1.plans[1].offerTotal(.paid, slot: 0)) / 800
      }
    }
    let (back, kept) = (try paid(""), try paid(", clawed back: no"))
    #expect(kept > 40_000)
    #expect(abs(back / kept - 0.8) < 4 * (0.16 / kept).squareRoot())
    // Nothing is paid at all for what has gone back by then.
    #expect(try paid(", held: {for: 7 days, impatience: 0% per day}") == back)
  }
}
