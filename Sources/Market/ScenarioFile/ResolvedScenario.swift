/// A scenario that can be played, with what is odd about its file.
public struct ResolvedScenario: Sendable, Equatable {
  public var scenario: Scenario
  public var warnings: ScenarioReport

  public init(scenario: Scenario, warnings: ScenarioReport) {
    self.scenario = scenario
    self.warnings = warnings
  }
}
