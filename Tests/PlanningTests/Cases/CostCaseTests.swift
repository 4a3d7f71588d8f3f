@testable import Analyses
import Market
import Testing

@testable import Planning

/// Channels that win almost nobody who would not have come anyway.
@Suite struct CostCaseTests {
  private func comparison(_ text: String) async throws -> Comparison {
    let scenario = try ScenarioFile(bytes: Array(text.utf8)).resolve().scenario
    return Comparison(try await Study(Simulation(scenario), threads: 2).run())
  }

  /// A newspaper that reaches one in a hundred for 10 CNY each: 36,400 CNY for a handful of customers.
  private let waste = """
    name: wasted ads
    currency: CNY
    start: 2026-03-02
    horizon: 26 weeks
    people: 5000
    discount: 8% per year
    residual: 1 year
    replications: {minimum: 30}
    guardrails:
      - CPA: at most 30 CNY
    segments:
      neighbours:
        aware at start: 60%
        purchases: {average: 1.5 per month, variation: 100%}
        lapse: {average: 8%, variation: 80%, after first order: 35%}
        basket: {average: 36 CNY, between customers: 40%, within customers: 30%}
        cost of goods: 40%
        awareness: {organic: 2% per month}
        trial: {hazard: 2% per day}
        first purchase: {chance: 40%}
    channels:
      newspaper: {kind: offline, price: 10 CNY, reach: 1%}
    plans:
      - name: nothing
      - name: newspaper
        channels: {newspaper: {budget: 200 CNY per day}}

    """

  @Test func aWastedNewspaper() async throws {
    let found = try await comparison(waste)
    let plan = found.plans[1]
    let difference = try #require(plan.difference)
    let cost = try #require(difference.costPerExtraCustomer.estimated.estimate)
    // 36,400 CNY over about five customers; in fen.
    #expect(cost.value > 200_000 && cost.value < 2_000_000)
    #expect(difference.costPerExtraCustomer.above.value == 3_640_000)
    // Blended over everybody who came, most of them anyway, it looks like a bargain.
    let blended = try #require(plan["blended CPA"].estimate?.value)
    // 2,061 would have come anyway, by a simulation of the same hazards in NumPy (four million people); one replication's
    // scatter by 35 of them, which is 5.5 fen in the mean of thirty.
    #expect(abs(blended - 1_765) < 4 * 5.5)
    let verdict = try #require(plan.guardrails.first)
    #expect(verdict.verdict == .broken && verdict.guardrail.measure == .cpa)
    #expect(found.plans[0].guardrails.first?.verdict == nil)
    #expect(difference.paidBack.reading == .notWithinHorizon)
    #expect(try #require(difference.paidBack.chanceWithinHorizon) < 1e-6)
    #expect(try #require(difference.returnOnSpend.estimated.estimate).value < 0)
    #expect(plan["CPA"] == .none("no such measure"))
  }

  /// Everybody has heard and buys: ads win nobody.
  @Test func adsToThoseWhoBuyAnyway() async throws {
    let found = try await comparison(
      """
      name: repeat
      currency: CNY
      start: 2026-03-02
      horizon: 60 days
      people: 1000
      residual: 180 days
      discount: 0% per year
      replications: {minimum: 4}
      guardrails:
        - CPA: at most 60 CNY
      segments:
        all:
          aware at start: 100%
          purchases: {average: 1.5 per month, variation: 100%}
          lapse: {average: 8%, variation: 80%, after first order: 35%}
          basket: {average: 40 CNY, between customers: 40%, within customers: 30%}
          cost of goods: 40%
          cost per order: 1 CNY
          trial: {hazard: 500% per day, pause: 1 days}
          first purchase: {chance: 99.9%}
      channels:
        ads: {kind: paid, price: 1 CNY, reach: 5%, inflation: 20% per year}
      plans:
        - name: none
        - name: ads
          channels: {ads: {budget: 100 CNY per day}}

      """)
    let plan = found.plans[1]
    let difference = try #require(plan.difference)
    #expect(difference.costPerExtraCustomer.reading == .none("wins nobody more"))
    #expect(plan.guardrails.first?.verdict == .broken)
    #expect(difference.costPerIncrementalOrder.estimated.estimate == nil)
    #expect(try #require(plan["blended CPA"].estimate).value > 0)
  }

  /// Dropping what the baseline spends: a loss on less spend is no return of +0.86.
  @Test func spendingLessThanTheBaselineSaves() async throws {
    var scenario = try CornerBakery.scenario(
      seed: 1, people: 300, standsFor: 1, replications: 8)
    scenario.plans = [scenario.plans[1], scenario.plans[0]]
    let found = Comparison(try await Study(Simulation(scenario), threads: 2).run())
    let difference = try #require(found.plans[1].difference)
    #expect(difference.returnOnSpend.reading == .saves)
    #expect(difference.costPerExtraCustomer.above.value < 0)
    #expect(difference.paidBack.reading == .nothingAdvanced)
  }
}
