public import Market
public import Planning

/// What a run found out about one scenario.
public struct RunResult: Sendable {
  public let comparison: Comparison
  /// What the last customers of each channel cost; `nil` where the channel study was not asked for.
  public let channelValues: [ChannelValue]?

  public init(_ comparison: Comparison, channelValues: [ChannelValue]? = nil) {
    self.comparison = comparison
    self.channelValues = channelValues
  }

  public var scenario: Scenario { comparison.summary.scenario }

  var currency: Currency { scenario.currency }

  /// Plans' results, the best by the objective first.
  var ranked: [PlanResult] { comparison.ranking.map { comparison.plans[$0] } }

  /// Sums over replications of the simulated market become means of the real one by this factor.
  var perReplication: Double {
    Double(scenario.market.standsFor) / Double(max(1, comparison.summary.replications))
  }
}
