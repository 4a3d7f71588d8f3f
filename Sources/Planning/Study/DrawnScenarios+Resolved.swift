public import Documents
public import Market

extension DrawnScenarios {
  /// A scenario at draws of its assumptions, as many as it asks for or as so many replications are.
  ///
  /// `nil` where everything is known. All draws are made before any is played.
  ///
  /// - Throws: What is wrong with a draw that is no valid scenario, and the values drawn.
  public init?(
    _ resolved: ResolvedScenario, replications: Int? = nil
  ) throws(ProblemReport) {
    guard !resolved.assumptions.isEmpty else { return nil }
    let rule = resolved.scenario.draws
    let size = rule.replicationsPerDraw
    let asked = replications.map { max(2, $0 / size) }
    // So many exactly, unless play may end at a precision.
    let least = asked.map {
      resolved.scenario.stopping.precision == nil ? $0 : min(rule.minimum, $0)
    }
    let count = asked ?? rule.maximum
    self.init(
      try resolved.scenarios(draws: count), values: resolved.values(draws: count),
      replicationsPerDraw: size, minimum: least ?? rule.minimum, block: DrawRule.block,
      maximum: count)
  }
}
