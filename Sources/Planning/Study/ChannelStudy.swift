public import Market

/// What one more customer costs on a channel, from twin markets with a little more and a little less of it.
public struct ChannelValue: Sendable {
  public let plan: String
  public let channel: String
  /// Δcost/Δacquired between the budget + 10 % and − 10 %.
  public let marginalCPA: Estimated
  /// Δcost/Δacquired between the plan and the plan without the channel.
  public let incrementalCPA: Estimated
}

/// Plays the twin markets that marginal and incremental CPA need.
public struct ChannelStudy: Sendable {
  private let scenario: Scenario
  private let draws: DrawnScenarios?
  private let threads: Int

  /// A study of a scenario as it stands, or as its assumptions are drawn where there are draws of them.
  public init(_ scenario: Scenario, draws: DrawnScenarios? = nil, threads: Int) {
    self.scenario = scenario
    self.draws = draws
    self.threads = threads
  }

  /// For every plan and every channel it buys contacts on, with as many replications as asked.
  ///
  /// Where assumptions are drawn, as many draws as those replications were.
  public func run(replications: Int) async throws -> [ChannelValue] {
    var values: [ChannelValue] = []
    for (place, plan) in scenario.plans.enumerated() {
      let bought = plan.channels.indices.filter { plan.channels[$0].terms.isUsed }
      guard !bought.isEmpty else { continue }
      func twins(_ scenario: Scenario) -> Scenario {
        var twins = scenario
        let plan = scenario.plans[place]
        twins.baselineAfterwards = scenario.plans.first
        twins.plans =
          [plan]
          + bought.flatMap { channel in
            [1.1, 0.9, 0].map { plan.scaling(channel, by: $0) }
          }
        twins.stopping = StoppingRule(minimum: replications, maximum: replications)
        return twins
      }
      let summary = try await Study(
        Simulation(twins(scenario), comparing: false),
        draws: draws?.played(replications: replications, twins), threads: threads
      ).run()
      let reader = MeasureReader(summary.design)
      for (place, channel) in bought.enumerated() {
        let tables = summary.plans.map(\.figures)
        let (more, less, none) = (
          tables[1 + 3 * place], tables[2 + 3 * place], tables[3 + 3 * place]
        )
        values.append(
          ChannelValue(
            plan: plan.name, channel: plan.channels[channel].name,
            marginalCPA: ExtraRatio.perCustomer(more, from: less, reader).estimated,
            incrementalCPA: ExtraRatio.perCustomer(tables[0], from: none, reader).estimated))
      }
    }
    return values
  }
}

extension Plan {
  fileprivate func scaling(_ channel: Int, by factor: Double) -> Plan {
    var plan = self
    plan.name = "\(name), \(channels[channel].name) × \(factor)"
    plan.channels[channel].terms = channels[channel].terms.scaled(by: factor)
    return plan
  }
}
