public import Documents

/// A scenario that can be played, with what is odd about its file.
public struct ResolvedScenario: Sendable, Equatable {
  /// With every assumption at its median.
  public var scenario: Scenario
  public var warnings: ProblemReport
  /// The levers the file names.
  public let levers: [Lever]
  /// `nil` where everything is known.
  private let uncertain: UncertainScenario?

  public init(scenario: Scenario, warnings: ProblemReport) {
    self.init(scenario: scenario, warnings: warnings, uncertain: nil)
  }

  init(
    scenario: Scenario, warnings: ProblemReport, uncertain: UncertainScenario?,
    levers: [Lever] = []
  ) {
    self.scenario = scenario
    self.levers = levers
    self.warnings = warnings
    self.uncertain = uncertain
  }

  /// What is not known: the declared assumptions in the file's order, then the ranges written where
  /// keys hold them; empty where everything is known.
  public var assumptions: [Assumption] { uncertain?.assumptions ?? [] }

  /// The scenario at so many draws of its assumptions, all of them ready to be played.
  ///
  /// Draw j is a pure function of the seed and the assumptions' names, whatever the number of draws.
  /// The seed and the stopping rule are those of `scenario`, which may have been changed since the
  /// file was read. Without assumptions there is nothing to draw and the list is empty.
  ///
  /// - Throws: What is wrong with a draw that is no valid scenario, and the values drawn.
  public func scenarios(draws count: Int) throws(ProblemReport) -> [Scenario] {
    guard let uncertain else { return [] }
    return try uncertain.scenarios(draws: count, seed: scenario.seed).map { drawn in
      var drawn = drawn
      drawn.seed = scenario.seed
      drawn.stopping = scenario.stopping
      return drawn
    }
  }

  /// The assumptions' values by draw, in the order of `assumptions` and in the units they are written
  /// in, before amounts are rounded to the currency.
  public func values(draws count: Int) -> [[Double]] {
    uncertain?.values(draws: count, seed: scenario.seed) ?? []
  }
}
