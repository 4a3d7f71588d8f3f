import Documents
import Market
import Planning
import Testing

@testable import Reports
@testable import Takeaways

/// What the answer to a sweep says, by what the lever is.
struct SweepAnswerTests {
  private static let text = """
    name: Stall
    currency: EUR
    start: 2026-03-02
    horizon: 60 days
    seed: 5
    residual: 0 days
    people: 60
    draws: {minimum: 32, maximum: 32}
    segments:
      people:
        begin as: customers
        purchases: {average: 2 per month, variation: 80%}
        lapse: {average: 10%, variation: 60%}
        basket: {average: 20 EUR, between customers: 40%, within customers: 30%}
        cost of goods: 50%
        participation cost: {time: 2 EUR, spread: 0.7}
    coupons:
      again: {orders: repeats, window: day 1..end, attention: {chance: 60%}, lift: 2..6}
    plans:
      - name: today
        fixed costs: {place: 5 EUR per day}
      - name: rent
        fixed costs: {place: 3 EUR per day}
      - name: coupon
        coupons: {again: {value: 3 EUR}}

    """

  private func report(_ lever: String, text: String = text) async throws -> SweepReport {
    let file = ScenarioFile(text)
    let grid = try LeverGrid(file, [try file.lever(lever, known: [])], count: 5) {
      (changed) throws(ProblemReport) in try changed.resolve()
    }
    return SweepReport(try await Sweep(try file.resolve(), grid).run(threads: 2))
  }

  /// Rents of 0, 2 and 4 a day are less than the baseline's 5, those of 6 and 8 more: the least is best, which is no
  /// news.
  @Test func ofAPriceOnlyTheTurningPointIsSaid() async throws {
    let report = try await report("rent: fixed costs.place=0..8 EUR per day")
    #expect(
      report.sentences.first
        == "Fixed costs.place: up to 4 EUR per day “rent” earns more on average than “today”, from 6 EUR"
        + " per day on it earns less.")
    let said = report.text()
    for words in ["best", "as good", "look beyond", "each further EUR", "marginal return"] {
      #expect(!said.contains(words), "\(words)")
    }
  }

  @Test func ofAnAssumptionItIsSaidWhereItTurnsAndWhatIsAssumed() async throws {
    let report = try await report("coupon: coupons.again.lift=0..20")
    let said = report.text()
    #expect(report.sentences.first?.hasPrefix("Coupons.again.lift: up to 0") == true)
    #expect(said.contains("the scenario assumes 2..6 for “coupons.again.lift”"))
    // Only 5 of the values tried lies within.
    #expect(report.assumedPoints == 1...1)
    for words in [" best", "as good", "look beyond", "each further EUR"] {
      #expect(!said.contains(words), "\(words)")
    }
    let table = report.sweepTable
    let best = try #require(table.columns.firstIndex { $0.title == "as good as the best" })
    #expect(table.rows.allSatisfy { $0[best] == .empty })
  }

  /// A coupon that brings no order only costs; nothing is less than nothing off.
  @Test func nothingLiesBeyondTheEndOfAKey() async throws {
    let dear = Self.text.replacing("lift: 2..6", with: "lift: 0")
      .replacing(
        "draws: {minimum: 32, maximum: 32}", with: "replications: {minimum: 30, maximum: 30}")
    let report = try await report("coupon: coupons.again.value=0..8 EUR", text: dear)
    #expect(report.sentences.first?.hasPrefix("0 EUR (coupons.again.value) earns") == true)
    #expect(report.sentences.contains { $0.contains("0 EUR is the least it can be") })
    #expect(!report.text().contains("look beyond"))
    let open = try await self.report("coupon: coupons.again.value=2..8 EUR", text: dear)
    #expect(open.sentences.contains { $0.contains("is an end of what was tried: look beyond it") })
    #expect(open.sentences.first?.contains("2 EUR (coupons.again.value)") == true)
  }
}
