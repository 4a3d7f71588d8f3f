import ArgumentParser
import Documents
import Market
import Testing

@testable import flywheel

struct PlayOptionsTests {
  private func scenario(_ objective: Objective = .profit) -> Scenario {
    Scenario(
      name: "x", currency: Currency(code: "CNY"), start: CalendarDate(dayNumber: 0), horizon: 30,
      seed: 1, market: MarketConditions(segments: []), plans: [], objective: objective,
      stopping: StoppingRule(precision: 7, minimum: 30, batch: 10, maximum: 200))
  }

  private func stopping(_ arguments: String..., objective: Objective = .profit) throws
    -> StoppingRule
  {
    try PlayOptions.parse(arguments).applied(to: scenario(objective)).stopping
  }

  @Test func whatIsNotSaidStaysAsTheScenarioSays() throws {
    #expect(try PlayOptions.parse([]).applied(to: scenario()) == scenario())
  }

  @Test func seed() throws {
    #expect(try PlayOptions.parse(["--seed", "9"]).applied(to: scenario()).seed == 9)
  }

  @Test func replicationsAloneAreExact() throws {
    #expect(
      try stopping("--replications", "50")
        == StoppingRule(precision: nil, minimum: 50, batch: 10, maximum: 50))
  }

  @Test func precisionIsInMajorUnitsOfMoney() throws {
    #expect(try stopping("--precision", "12.5").precision == 1_250)
    #expect(try stopping("--precision", "12.5", objective: .orders).precision == 12.5)
  }

  @Test func withPrecisionReplicationsAreALimit() throws {
    #expect(
      try stopping("--precision", "5", "--replications", "20")
        == StoppingRule(precision: 500, minimum: 20, batch: 10, maximum: 20))
    #expect(
      try stopping("--precision", "5", "--replications", "90")
        == StoppingRule(precision: 500, minimum: 30, batch: 10, maximum: 90))
  }

  @Test(arguments: [
    ["--threads", "0"], ["--customers", "0"], ["--replications", "1"], ["--precision", "0"],
    ["--precision", "nan"], ["--seed", "-1"],
  ])
  func impossibleOptionsAreWrongUsage(arguments: [String]) {
    do {
      _ = try RunCommand.parse(["x.yaml"] + arguments)
      Issue.record("\(arguments) were taken")
    } catch {
      #expect(RunCommand.exitCode(for: error).rawValue == 64)
    }
  }
}
