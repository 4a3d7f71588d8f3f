import Charts
import Market
import Planning
import Testing

@testable import Reports
@testable import Takeaways

/// Replications that come to the very same difference, which is no proof that every market would.
struct AlikeTests {
  /// Rent that costs the same in every market.
  private func rent(_ replications: Int) async throws -> RunResult {
    var scenario = SmallTown.scenario(plans: 2)
    scenario.plans[1] = scenario.plans[0]
    scenario.plans[1].name = "a room"
    scenario.plans[1].operations.fixedCosts = [FixedCost(name: "rent", perDay: 1_000)]
    scenario.stopping = StoppingRule(minimum: replications, maximum: replications)
    return try await SmallTown.result(scenario)
  }

  @Test func fewAreSpokenOf() async throws {
    let result = try await rent(2)
    let answer = Answer(result)
    #expect(
      answer.sentences.first
        == "“a room” earns 900 EUR less than “today”; it was the same in both replications.")
    #expect(
      answer.sentences[1]
        == "Only two replications were played: that they agree does not show that all markets would;"
        + " play 30 or more.")
    #expect(answer.computation.contains("The difference was the same in both replications."))
    let text = answer.text(showsMore: true)
    #expect(!text.contains("luck changes nothing") && !text.contains("±0"))
    let row = try #require(result.comparedPlans.rows.last)
    #expect(Array(row[4...6]) == [.empty, .empty, .text("0 of 2")])
    #expect(try CSVRows(result.headlineTable.csv()).rows.last?["better in (share)"] == "0")
    #expect(result.shortAnswer.betterIn == .text("0 of 2"))
    #expect(result.shortAnswer.range == "the same in both replications")
    let dots = try #require(result.differenceDots)
    #expect(dots.rows.first?.notes == ["better in 0 of 2"])
    #expect(dots.sentence.hasSuffix("in none of the replications."))
    let origin = Provenance(version: "0", scenario: .init(file: "town.yaml", bytes: []))
    let page = result.takeaway(origin, command: "flywheel run").sections.first
    #expect(page?.words.first?.contains("lie where it came to in both replications") == true)
  }

  /// Ten say how many they are and no more.
  @Test func enoughAreCounted() async throws {
    let sentences = Answer(try await rent(10)).sentences
    #expect(sentences.first?.hasSuffix("; it was the same in all 10 replications.") == true)
    #expect(!sentences.joined().contains("nly"))
  }
}
