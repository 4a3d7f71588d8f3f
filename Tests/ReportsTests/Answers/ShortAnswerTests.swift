import Documents
import Foundation
import Market
import Planning
import Statistics
import Testing

@testable import Reports
@testable import Takeaways

/// Amounts are minor units: 1,230,400 is 12,300 CNY.
struct ShortAnswerTests {
  private func headline(
    _ objective: Objective = .profit, level: Double = 12_030_000, _ low: Double = 11_000_000,
    _ high: Double = 13_100_000
  ) -> Headline {
    Headline(
      objective: objective, currency: Currency(code: "CNY"), baseline: "today",
      level: Estimate(
        value: level, precision: nil, prediction: Interval(low: low, high: high)),
      days: 365, played: "40 replications")
  }

  private func short(
    _ value: Double, _ low: Double, _ high: Double, _ objective: Objective = .profit
  ) -> String {
    let plan = Standing(
      plan: "C",
      difference: Estimate(
        value: value, precision: Interval(center: value, halfWidth: abs(value) / 10),
        prediction: Interval(low: low, high: high)), chanceHigher: 0.9)
    let said = headline(objective).short(Verdict([plan]))
    return "\(said.gain); \(said.range ?? "–")"
  }

  @Test func saysHowMuchAndBetweenWhat() {
    #expect(
      short(1_230_400, 981_200, 1_491_100) == "earns 12,300 CNY more; 9,800 and 14,900")
    #expect(
      short(120_000, -300_000, 520_000) == "earns 1,200 CNY more; 3,000 less and 5,200 more")
    #expect(short(-340_000, -520_000, -130_000) == "earns 3,400 CNY less; 1,300 and 5,200 less")
    #expect(short(120, -30, 260, .acquired) == "wins 120 more customers; 30 fewer and 260 more")
  }

  @Test func saysWhatTheBaselineAloneComesTo() {
    let earns = headline().short(.alone)
    #expect(earns.gain == "earns 120,000 CNY" && earns.range == "110,000 and 131,000")
    let loses = headline(level: -340_000, -520_000, 130_000).short(.alone)
    #expect(loses.gain == "loses 3,400 CNY" && loses.range == "−5,200 and 1,300")
    #expect(headline(.orders, level: 250, 220, 290).short(.alone).gain == "brings 250 orders")
  }

  /// The row says of the same plan what the first sentence says, and no more.
  @Test func agreesWithTheAnswer() async throws {
    let result = try await SmallTown.played.value
    let (short, answer) = (result.shortAnswer, Answer(result))
    let first = try #require(answer.sentences.first)
    #expect(short.best == "flyers")
    #expect(first.hasPrefix("“flyers” \(short.gain) than “today”"))
    let range = try #require(short.range)
    #expect(first.contains("between \(range)"))
    #expect(short.chance == result.comparison.plans[1].difference?.objective.chanceHigher)
    let why = try #require(short.why)
    let whole = answer.text(showsMore: true).split(whereSeparator: \.isWhitespace)
    #expect(whole.joined(separator: " ").contains(why))
  }

  /// Plans that are the same, and a figure that is half as precise as was asked for: twelve replications are a quarter of
  /// what would do.
  @Test func equalPlansAreAdvisedTogether() async throws {
    var scenario = SmallTown.scenario(objective: .acquired)
    scenario.plans[2] = scenario.plans[1]
    scenario.plans[2].name = "flyers again"
    scenario.stopping = StoppingRule(minimum: 12, maximum: 12)
    let played = try await SmallTown.result(scenario)
    let reached = try #require(played.standings.first?.difference.precision?.halfWidth)
    scenario.stopping.precision = reached / 2
    let result = try await SmallTown.result(scenario)
    let short = result.shortAnswer
    #expect(short.best == "flyers" && short.equals == ["flyers again"])
    #expect(short.advice == "not told apart: “flyers” or “flyers again”")
    #expect(short.gain.contains(/^“flyers” wins [\d.]+ ± [\d.]+ more customers$/))
    let first = try #require(Answer(result).sentences.first)
    #expect(first.contains(" was asked for, about 50 replications would do)"))
    #expect(
      first.hasSuffix(
        "; it can't be told from “flyers again” (exactly the same): take them for equal.")
    )
  }

  /// What is nearest is no plan to follow.
  @Test func theBaselineIsBestWhereNothingIsBetter() async throws {
    var scenario = SmallTown.scenario()
    scenario.plans.remove(at: 1)
    scenario.plans[1].offers[0].fixedCost = 100_000_000
    scenario.stopping = StoppingRule(minimum: 4, maximum: 4)
    let short = try await SmallTown.result(scenario).shortAnswer
    #expect(short.best == "today")
    #expect(short.gain.hasPrefix("“5 off, “second” visit” earns ") && short.gain.hasSuffix(" less"))
    scenario.plans = [scenario.plans[0], scenario.plans[0]]
    scenario.plans[1].name = "twin"
    let same = try await SmallTown.result(scenario).shortAnswer
    #expect(same.best == "today" && same.gain == "“twin” earns exactly the same")
    #expect(same.range == nil && same.chance == nil && same.why == nil)
  }
}
