import Market
import Testing

@testable import Reports

struct AnswerTests {
  private func result(_ objective: Objective = .profit, guardrails: [Guardrail]) async throws
    -> RunResult
  {
    var scenario = SmallTown.scenario(objective: objective)
    scenario.guardrails = guardrails
    scenario.stopping = StoppingRule(minimum: 8, maximum: 8)
    return try await SmallTown.result(scenario)
  }

  @Test func theAnswerStandsFirstAndThePrecisionApartFromIt() async throws {
    let result = try await SmallTown.played.value
    let lines = Answer(result).text(closing: ["Files in out."])
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0].hasPrefix("“flyers” earns "))
    let precision = try #require(
      lines.firstIndex { $0.hasPrefix("How precisely this was computed: 30") })
    #expect(lines[precision - 1] == "")
    #expect(!lines[..<precision].joined().contains("±"))
    #expect(lines.suffix(2) == ["Files in out.", ""])
    for name in ["flyers", "today", "5 off, “second” visit", "office workers", "=students"] {
      #expect(lines.contains { $0.hasPrefix(name) })
    }
  }

  @Test(arguments: [60, 80, 100])
  func noLineIsWiderThanTheTerminal(width: Int) async throws {
    let text = try await Answer(SmallTown.played.value).text(width: width)
    let widest = text.split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
    #expect(widest <= width)
  }

  @Test func onlyATerminalIsToldToSetThingsOff() async throws {
    let answer = Answer(try await SmallTown.played.value)
    #expect(!answer.text().contains("\u{1B}"))
    #expect(answer.text(style: .coloured).hasPrefix("\u{1B}[1m“flyers”"))
  }

  /// The flyers cost 15 EUR on each of 40 days, and 2 EUR a day besides: 680 EUR.
  @Test func aBrokenGuardrailIsSaid() async throws {
    let limit = Guardrail(measure: .spend, bound: .atMost(1_000))
    let sentences = try await Answer(result(guardrails: [limit])).sentences
    #expect(
      sentences.last
        == "But “flyers” breaks a guardrail: spend is 680 EUR, at most 10 EUR was asked for."
        + " No plan that is clearly better keeps every guardrail.")
  }

  @Test func anotherObjectiveSaysWhatHappensToProfit() async throws {
    let sentences = try await Answer(result(.acquired, guardrails: [])).sentences
    #expect(sentences[0].hasPrefix("“flyers” wins "))
    #expect(sentences[0].contains(" more customers than “today”; in 95 of 100 markets between "))
    #expect(sentences[1].hasPrefix("Its profit changes by +"))
    #expect(!sentences.contains { $0.hasPrefix("Mostly because") })
  }

  @Test func theBaselineAloneIsAnsweredToo() async throws {
    var scenario = SmallTown.scenario(plans: 1)
    scenario.stopping = StoppingRule(minimum: 4, maximum: 4)
    let result = try await SmallTown.result(scenario)
    let answer = Answer(result)
    #expect(answer.sentences.count == 1)
    #expect(answer.sentences[0].hasPrefix("“today” earns "))
    #expect(answer.computation.contains("The figure is exact to ±"))
    #expect(!answer.text().contains("against the baseline"))
  }
}
