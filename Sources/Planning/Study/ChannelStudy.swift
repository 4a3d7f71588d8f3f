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
  private let threads: Int

  public init(_ scenario: Scenario, threads: Int) {
    self.scenario = scenario
    self.threads = threads
  }

  /// For every plan and every channel it buys contacts on, with as many replications as asked.
  public func run(replications: Int) async throws -> [ChannelValue] {
    var values: [ChannelValue] = []
    let reader = MeasureReader(scenario)
    for plan in scenario.plans {
      let bought = plan.channels.indices.filter { plan.channels[$0].isBought }
      guard !bought.isEmpty else { continue }
      var twins = scenario
      twins.plans =
        [plan]
        + bought.flatMap { channel in
          [1.1, 0.9, 0].map { plan.scaling(channel, by: $0) }
        }
      twins.stopping = StoppingRule(minimum: replications, maximum: replications)
      let summary = try await Study(
        Simulation(twins, comparing: false), threads: threads
      ).run()
      for (place, channel) in bought.enumerated() {
        let tables = summary.plans.map(\.figures)
        let (more, less, none) = (
          tables[1 + 3 * place], tables[2 + 3 * place], tables[3 + 3 * place]
        )
        values.append(
          ChannelValue(
            plan: plan.name, channel: plan.channels[channel].name,
            marginalCPA: reader.cost(between: less, and: more),
            incrementalCPA: reader.cost(between: none, and: tables[0])))
      }
    }
    return values
  }
}

extension MeasureReader {
  /// Additional cost of winning customers over additional customers.
  fileprivate func cost(between less: [FigureTable], and more: [FigureTable]) -> Estimated {
    func change(_ figures: [Figure]) -> [Double] {
      zip(totals(figures, more), totals(figures, less)).map { $0 - $1 }
    }
    let acquired = change([.acquired])
    guard acquired.reduce(0, +) > 0 else { return .none("wins nobody") }
    return ratio(change(Measure.winningCost), per: acquired)
  }
}

extension Channel {
  fileprivate var isBought: Bool {
    switch buying {
    case .budget(let amount), .contacts(let amount): amount > 0
    }
  }
}

extension Plan {
  fileprivate func scaling(_ channel: Int, by factor: Double) -> Plan {
    var plan = self
    plan.name = "\(name), \(channels[channel].name) × \(factor)"
    switch plan.channels[channel].buying {
    case .budget(let amount): plan.channels[channel].buying = .budget(amount * factor)
    case .contacts(let amount): plan.channels[channel].buying = .contacts(amount * factor)
    }
    return plan
  }
}
