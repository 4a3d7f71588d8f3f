import Documents
public import Experiments
public import Market
internal import Statistics

/// What a metric is in a simulated market under today's plan: its level, and how much people differ.
public struct SimulatedPilot: Sendable {
  /// Money in major units; averaged where assumptions are drawn.
  public let baseline: Baseline
  /// By draw of the assumptions; one where everything is known.
  public let possibilities: [Baseline]
  /// Simulated in each replication, everybody in the market whether they buy or not.
  public let people: Int

  /// Plays the first plan of a scenario a little.
  ///
  /// People of one market share its luck, so that they are compared within each replication. Where assumptions
  /// are drawn each draw is played as often as makes its luck small beside what is not known.
  ///
  /// - Throws: `NotEstimable` where the metric is the same for everybody.
  public init(
    _ scenario: Scenario, draws: DrawnScenarios? = nil, _ observation: Observation,
    replications: Int = 4
  ) throws(NotEstimable) {
    guard let draws else {
      let played = try Played(scenario, observation, replications: 0..<replications)
      (baseline, possibilities, people) = (played.baseline, [played.baseline], played.people)
      return
    }
    var all: [Played] = []
    for (draw, drawn) in draws.scenarios.prefix(draws.maximum).enumerated() {
      let first = draw * Self.perDraw
      all.append(try Played(drawn, observation, replications: first..<first + Self.perDraw))
    }
    baseline = Self.average(all.map(\.baseline))
    possibilities = all.map(\.baseline)
    people = all[0].people
  }

  private static let perDraw = 8

  /// Levels and variances are averaged: how far levels differ is ignorance and no difference between people.
  private static func average(_ baselines: [Baseline]) -> Baseline {
    let level = Moments(baselines.map(\.level)).mean
    if case .rate = baselines[0] { return .rate(level) }
    let variance = Moments(baselines.map { $0.standardDeviation * $0.standardDeviation }).mean
    return .mean(level, standardDeviation: variance.squareRoot())
  }
}

/// The metric in one scenario.
private struct Played {
  let baseline: Baseline
  let people: Int

  init(
    _ scenario: Scenario, _ observation: Observation, replications: Range<Int>
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
    for replication in replications {
      let outcome = market.play(
        replication: replication, .everybody(0), labelled: [allotment])
      if let limit = outcome.limit { throw NotEstimable(limit.sentence) }
      let moments = outcome.moments(observation: 0)
      level += moments.mean / Double(replications.count)
      variance += (moments.variance ?? 0) / Double(replications.count)
    }
    guard variance > 0 else {
      throw NotEstimable(
        "in the scenario the \(observation.metric.rawValue) of everybody is the same after"
          + " \(observation.days) days")
    }
    people = market.people
    let scale = observation.metric.unit == .money ? scenario.currency.scale : 1
    baseline =
      observation.metric == .conversion
      ? .rate(level) : .mean(level / scale, standardDeviation: variance.squareRoot() / scale)
  }
}
