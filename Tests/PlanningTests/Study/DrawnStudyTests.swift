import Analyses
import Experiments
import Market
import Statistics
import Testing

@testable import Planning

@Suite struct DrawnStudyTests {
  private let central: Scenario = {
    var scenario = BusyMarket.scenario(people: 120, seed: 31, horizon: 40)
    scenario.plans[1].offers[0].window = 5..<35
    scenario.plans[1].offers[1].window = 20..<35
    scenario.stopping = StoppingRule(precision: 1e12)
    return scenario
  }()

  /// As many draws, in which more and more people try.
  private func draws(_ count: Int, perDraw: Int = 2, minimum: Int = 4, block: Int = 2)
    -> DrawnScenarios
  {
    let scenarios = (0..<count).map { draw in
      var scenario = central
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].trial.hazard = 0.02 + 0.02 * Double(draw)
      }
      return scenario
    }
    return DrawnScenarios(
      scenarios, replicationsPerDraw: perDraw, minimum: minimum, block: block, maximum: count)
  }

  private func summary(
    _ draws: DrawnScenarios, precision: Double = 1e12, threads: Int = 1
  ) async throws -> ScenarioSummary {
    var scenario = central
    scenario.stopping.precision = precision
    return try await Study(Simulation(scenario), draws: draws, threads: threads).run()
  }

  private func contributions(_ summary: ScenarioSummary) -> [[Double]] {
    summary.plans.map { $0.figures.map { $0[.contribution, 0] } }
  }

  /// Draw j in replications jR … jR + R − 1, for all plans, by whatever threads.
  @Test func everyDrawHasItsOwnReplications() async throws {
    let draws = draws(4)
    let one = try await summary(draws)
    #expect(one.replications == 8 && one.design.replicationsPerDraw == 2)
    #expect(contributions(one) == contributions(try await summary(draws, threads: 3)))
    for (draw, scenario) in draws.scenarios.enumerated() {
      for replication in 2 * draw..<2 * draw + 2 {
        let outcome = try #require(Simulation(scenario).replication(replication))
        for plan in outcome.plans.indices {
          #expect(
            one.plans[plan].figures[replication][.contribution, 0]
              == outcome.plans[plan].figures[.contribution, 0])
        }
      }
    }
  }

  @Test func stopsAfterWholeBlocksOfDraws() async throws {
    #expect(try await summary(draws(9)).replications == 8)
    let strict = try await summary(draws(9), precision: 1e-9)
    #expect(strict.replications == 18)
    // Blocks go on from the draws played, and move none of them.
    let few = contributions(try await summary(draws(9)))
    for (plan, all) in contributions(strict).enumerated() {
      #expect(Array(all.prefix(8)) == few[plan])
    }
  }

  /// Computed is what draws' means tell, √(M/K); the difference says what of it is ignorance.
  @Test func theErrorIsThatOfTheDraws() async throws {
    let found = try await summary(draws(6, minimum: 6))
    let comparison = Comparison(found)
    let difference = try #require(comparison.plans[1].difference).objective
    let objective = ObjectiveDifferences(found)
    let values = objective.differences[0]
    let means = (0..<6).map { Moments(values[2 * $0..<2 * $0 + 2]).mean }
    let expected = try #require(Moments(means).interval(confidence: 0.95))
    #expect(objective.independent == [means])
    #expect(comparison.halfWidth == expected.halfWidth)
    #expect(difference.estimate.precision == expected)
    let sources = try #require(difference.estimate.sources)
    #expect(sources.luck > 0 && sources.ignoranceShare >= 0 && sources.ignoranceShare <= 1)
    #expect(difference.twinTest?.degreesOfFreedom == 5)
    // Ever more people try: what the plan itself comes to is mostly a matter of how many.
    let level = try #require(comparison.plans[1]["revenue"].estimate?.sources)
    #expect(level.ignoranceShare > 0.5)
  }

  /// Draws that are all alike are the scenario itself.
  @Test func drawsWithoutRangesAreTheScenario() async throws {
    let same = DrawnScenarios(
      Array(repeating: central, count: 6), replicationsPerDraw: 1, minimum: 6)
    var alone = central
    alone.stopping = StoppingRule(minimum: 6, maximum: 6)
    let plain = try await Study(Simulation(alone), threads: 2).run()
    #expect(contributions(try await summary(same)) == contributions(plain))
    let channels = try await ChannelStudy(central, threads: 2).run(replications: 6)
    let drawn = try await ChannelStudy(central, draws: same, threads: 2).run(replications: 6)
    #expect(channels.map(\.channel) == drawn.map(\.channel) && !channels.isEmpty)
    for (one, other) in zip(channels, drawn) {
      #expect(one.incrementalCPA.estimate?.value == other.incrementalCPA.estimate?.value)
      #expect(one.marginalCPA.estimate?.value == other.marginalCPA.estimate?.value)
    }
  }

  /// As many whole draws as the replications asked for; fewer only where a precision may end play.
  @Test func asManyDrawsAsAreAskedFor() throws {
    var resolved = try ScenarioFile(ScenarioFile.starter).resolve()
    func draws(_ replications: Int?) throws -> DrawnScenarios {
      try #require(try DrawnScenarios(resolved, replications: replications))
    }
    #expect(resolved.scenario.draws.replicationsPerDraw == 2)
    for (asked, whole) in [(2, 2), (5, 2), (100, 50), (200, 100)] {
      let found = try draws(asked)
      #expect(found.minimum == whole && found.maximum == whole)
    }
    #expect(try draws(nil).minimum == 32 && draws(nil).maximum == 64)
    resolved.scenario.stopping.precision = 1
    #expect(try draws(200).minimum == 32 && draws(200).maximum == 100)
    #expect(try draws(20).minimum == 10 && draws(20).maximum == 10)
  }
}
