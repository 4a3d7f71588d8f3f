import RealModule
import Testing

@testable import Market

/// What plans are ranked by and held to.
struct GoalTests {
  @Test func everyGuardedMeasureIsRead() {
    for guarded in GuardedMeasure.allCases where guarded != .cpa {
      #expect(guarded.measure != nil, "\(guarded.rawValue)")
    }
  }

  /// All buy at rate λ and nobody leaves: 1 − e^(−60λ) have ordered within the last 60 days, within four standard errors.
  @Test(arguments: [30, 200]) func retainedAreThoseOfTheLastDays(_ horizon: Int) throws {
    let (rate, tight, people) = (0.02, 1e8, 4_000)
    let busy = BusyMarket.scenario(people: 1, seed: 1)
    let segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight / rate, lapseA: 1e-9, lapseB: 1, firstLapse: 0),
      baskets: Published.baskets)
    let scenario = Scenario(
      name: "still here", currency: busy.currency, start: busy.start, horizon: horizon, seed: 4,
      market: MarketConditions(segments: [segment]), plans: [Plan(name: "baseline")])
    let plan = try #require(ToolMarket.outcome(scenario).first)
    let expected = 1 - Double.exp(-rate * Double(min(60, horizon)))
    let share = plan.figures[.retained, 0] / Double(people)
    #expect(abs(share - expected) < 4 * (expected * (1 - expected) / Double(people)).squareRoot())
  }
}
