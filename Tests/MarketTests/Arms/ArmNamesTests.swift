import Testing

@testable import Market

@Suite struct ArmNamesTests {
  private let scenario: Scenario = {
    var scenario = BusyMarket.scenario(people: 10, seed: 1)
    scenario.plans = ["today", "second visit, 5 off", "second visit, 10 off"].map {
      Plan(name: $0)
    }
    return scenario
  }()

  @Test func namesMayHoldCommas() throws {
    #expect(try scenario.arms(["second visit, 10 off,today"]) == [2, 0])
    #expect(try scenario.arms([" Today ", "second visit, 5 off"]) == [0, 1])
  }

  @Test func theNearestNameIsOffered() throws {
    let problem = try #require(throws: ArmProblem.self) {
      try scenario.arms(["today,second visit, 6 off"])
    }
    #expect(problem.reason.contains("did you mean “second visit, 5 off”?"))
    #expect(problem.cause == .question)
  }
}
