@testable import Analyses
import Market
import Statistics
import Testing

@testable import Planning

/// A market in which each simulated customer stands for a thousand, and few replications.
@Suite struct PredictionCaseTests {
  private func comparison(seed: UInt64, replications: Int) async throws -> Comparison {
    let scenario = try CornerBakery.scenario(
      seed: seed, people: 500, standsFor: 1_000, replications: replications)
    return Comparison(try await Study(Simulation(scenario), threads: 2).run())
  }

  /// Seeds gave intervals without anything in common, and each a plan "best in 100 % of markets": the
  /// sample was small, and the market so large that its own luck is nothing.
  @Test func seedsAgreeOnWhatTheyDoNotKnow() async throws {
    var intervals: [[Interval]] = [[], [], []]
    for seed in 1...3 {
      let found = try await comparison(seed: UInt64(seed), replications: 6)
      for plan in 1...3 {
        let difference = try #require(found.plans[plan].difference).objective
        intervals[plan - 1].append(try #require(difference.estimate.prediction))
      }
    }
    for seeds in intervals {
      let low = seeds.map(\.low).max() ?? 0
      let high = seeds.map(\.high).min() ?? 0
      #expect(low < high, "\(seeds)")
    }
  }

  @Test func twoReplicationsAreVeryUnsure() async throws {
    let two = try await comparison(seed: 1, replications: 2)
    let six = try await comparison(seed: 1, replications: 6)
    for plan in 1...3 {
      let few = try #require(two.plans[plan].difference).objective
      let more = try #require(six.plans[plan].difference).objective
      #expect(few.estimate.replications == 2 && more.estimate.replications == 6)
      // 12.7·√(1/2) against 2.57·√(1/6) standard deviations: 8.6 times as wide, at equal deviations.
      #expect(few.chanceHigher > 0.005 && few.chanceHigher < 0.995)
    }
    let widths = [two, six].map { found in
      (1...3).reduce(0) {
        $0 + (found.plans[$1].difference?.objective.estimate.prediction?.width ?? 0)
      }
    }
    #expect(widths[0] > 2 * widths[1])
    for plan in 0..<4 { #expect(two.chanceBest(plan) < 0.98) }
  }
}
