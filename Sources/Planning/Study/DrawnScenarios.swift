public import Market

/// One scenario as its assumptions are drawn, and how many of the draws are played.
///
/// Draw j is played in the replications from j·R to j·R + R − 1, so that more draws move none of the others;
/// all plans share every draw.
public struct DrawnScenarios: Sendable {
  /// By draw; they have the plans of the scenario they are drawn from.
  public let scenarios: [Scenario]
  /// By draw, the values of the assumptions in their order.
  public let values: [[Double]]
  /// R.
  public let replicationsPerDraw: Int
  /// Draws to begin with.
  public let minimum: Int
  /// Draws played between looks.
  public let block: Int
  public let maximum: Int

  /// Draws are stratified block by block, so that they are played in whole ones.
  public init(
    _ scenarios: [Scenario], values: [[Double]] = [], replicationsPerDraw: Int, minimum: Int = 32,
    block: Int = 16,
    maximum: Int = 64
  ) {
    precondition(
      replicationsPerDraw >= 1 && block >= 1, "draws and replications are counted from 1")
    self.scenarios = scenarios
    self.values = values
    self.replicationsPerDraw = replicationsPerDraw
    self.minimum = minimum
    self.block = block
    self.maximum = min(maximum, scenarios.count)
  }

  /// The same draws changed alike, as many as there are in so many replications.
  func played(
    replications: Int, _ change: (Scenario) -> Scenario
  ) -> DrawnScenarios {
    let count = min(scenarios.count, replications / replicationsPerDraw)
    return DrawnScenarios(
      scenarios.prefix(count).map(change), values: Array(values.prefix(count)),
      replicationsPerDraw: replicationsPerDraw, minimum: count, block: block, maximum: count)
  }
}
