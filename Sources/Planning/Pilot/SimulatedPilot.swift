import Documents
public import Experiments
public import Market
internal import Statistics

/// What a metric is in a simulated market under today's plan: its level, and how much people differ.
public struct SimulatedPilot: Sendable {
  /// Money in major units.
  public let baseline: Baseline
  /// Simulated in each replication, everybody in the market whether they buy or not.
  public let people: Int
  public let replications: Int

  /// Plays the first plan of a scenario a little.
  ///
  /// People of one market share its luck, so that they are compared within each replication.
  ///
  /// - Throws: `NotEstimable` where the metric is the same for everybody.
  public init(
    _ scenario: Scenario, _ observation: Observation, replications: Int = 4
  ) throws(NotEstimable) {
    guard let plan = scenario.plans.first else {
      throw NotEstimable("the scenario has no plan to play")
    }
    let design: ArmDesign
    do {
      design = try ArmDesign([plan, plan])
    } catch {
      throw NotEstimable(error.reason)
    }
    let market = ArmMarket(scenario, design, observations: [observation])
    let allotment = Allotment(shares: [0.5, 0.5], salt: 0)
    var level = 0.0
    var variance = 0.0
    for replication in 0..<replications {
      let outcome = market.play(
        replication: replication, .everybody(0), labelled: [allotment])
      let moments = outcome.moments(observation: 0)
      level += moments.mean / Double(replications)
      variance += (moments.variance ?? 0) / Double(replications)
    }
    guard variance > 0 else {
      throw NotEstimable(
        "in the scenario the \(observation.metric.rawValue) of everybody is the same after"
          + " \(observation.days) days")
    }
    people = market.people
    self.replications = replications
    let scale = observation.metric.unit == .money ? scenario.currency.scale : 1
    baseline =
      observation.metric == .conversion
      ? .rate(level) : .mean(level / scale, standardDeviation: variance.squareRoot() / scale)
  }
}
