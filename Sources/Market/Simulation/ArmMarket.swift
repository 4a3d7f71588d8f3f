public import Statistics

/// One market in which people are in different arms, ready to be played.
public struct ArmMarket: Sendable {
  public let scenario: Scenario
  public let design: ArmDesign
  public let observations: [Observation]
  private let setting: PlanSetting
  private let course: MarketCourse?
  private let partition: Partition

  /// Prepares a market; observations lie within the horizon, profit at its end.
  public init(_ scenario: Scenario, _ design: ArmDesign, observations: [Observation]) {
    precondition(
      observations.allSatisfy {
        (1...scenario.horizon).contains($0.days)
          && ($0.metric != .profit || $0.days == scenario.horizon)
      }, "observations lie within the horizon")
    self.scenario = scenario
    self.design = design
    self.observations = observations
    setting = PlanSetting(scenario, design.market, inArms: true)
    course = MarketCourse(setting)
    partition = Partition(scenario.market.segments)
  }

  /// People simulated.
  public var people: Int { setting.people }

  /// What lets one person's doings reach another, so that arms may interfere.
  public var couplings: [Coupling] { Coupling.all(scenario, design.market) }

  public var isCoupled: Bool { setting.isCoupled }

  /// Plays one replication and sums the observations by arm, for each of some ways to label people.
  ///
  /// Labels change nothing in the market: where everybody lives in one arm, any number of allotments
  /// are tests of that arm against itself.
  public func play(replication: Int, _ world: ArmWorld, labelled allotments: [Allotment])
    -> ArmOutcome
  {
    let run = run(replication, world, allotments, keepsPeople: false)
    return ArmOutcome(
      market: self, world: world, sums: run.outcomes?.sums, path: run.path)
  }

  /// Plays one replication and gives every person's observations.
  public func people(replication: Int, _ world: ArmWorld) -> PeopleOutcome {
    let book = run(replication, world, [], keepsPeople: true).outcomes
    return PeopleOutcome(arms: book?.keptArms ?? [], values: book?.kept ?? [])
  }

  private func run(
    _ replication: Int, _ world: ArmWorld, _ allotments: [Allotment], keepsPeople: Bool
  ) -> MarketRun {
    var run = MarketRun(
      setting, Draws(seed: scenario.seed, replication: replication), partition,
      parts: partition.parts.indices, twins: nil, course: course,
      outcomes: OutcomeBook(
        design, world, allotments, observations, horizon: scenario.horizon, keepsPeople: keepsPeople
      ))
    run.play()
    return run
  }
}

/// What people in each arm came to in one replication.
public struct ArmOutcome: Sendable {
  private let design: ArmDesign
  private let observations: [Observation]
  private let people: Double
  private let world: ArmWorld
  private let sums: ArmSums?
  private let path: MarketPath

  init(market: ArmMarket, world: ArmWorld, sums: ArmSums?, path: MarketPath) {
    design = market.design
    observations = market.observations
    people = Double(max(1, market.people))
    self.world = world
    self.sums = sums
    self.path = path
  }

  /// Count, mean and squared deviations of a observation over the people with a label.
  ///
  /// The offers' fixed costs are known and borne alike by everybody: a head's share of what the arm
  /// would cost in the whole market.
  public func moments(allotment: Int, arm: Int, observation: Int) -> Moments {
    let moments =
      sums?.moments(allotment: allotment, arm: arm, observation: observation) ?? Moments()
    guard observations[observation].metric.bearsCosts else { return moments }
    let lived: Int
    switch world {
    case .everybody(let one): lived = one
    case .split: lived = arm
    }
    let cost = design.fixedCost(of: lived, within: observations[observation].days)
    return Moments(
      count: moments.count, mean: moments.mean - Double(cost) / people,
      sumOfSquaredDeviations: moments.sumOfSquaredDeviations)
  }

  /// The mean over everybody.
  public func mean(observation: Int) -> Double {
    var all = Moments()
    for arm in design.arms.indices {
      all += moments(allotment: 0, arm: arm, observation: observation)
    }
    return all.mean
  }

  /// The mean over everybody, less a head's share of what the market as a whole spent until then.
  ///
  /// Contacts and the product belong to no arm: an experiment cannot see how they answer to one.
  public func level(observation: Int) -> Double {
    let mean = mean(observation: observation)
    guard observations[observation].metric.bearsCosts else { return mean }
    let days = 0..<observations[observation].days
    let spend =
      path.spend.reduce(0) { $0 + $1[days].reduce(0, +) } + path.product[days].reduce(0, +)
    return mean - Double(spend) / people
  }
}

/// Every person's observations in one replication.
public struct PeopleOutcome: Sendable {
  /// By person.
  public let arms: [UInt8]
  /// By observation and person, before what is fixed; minor units where it is money.
  public let values: [[Double]]
}
