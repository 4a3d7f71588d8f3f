import Statistics

/// One market in which people are in different arms, ready to be played.
public struct ArmMarket: Sendable {
  public let scenario: Scenario
  public let design: ArmDesign
  public let observations: [Observation]
  /// By arm, ending with the horizon.
  ///
  /// What lets people reach each other in one does so in a market of all.
  private let settings: [PlanSetting]
  /// By arm: everybody's market, which plays on after the horizon where profit is asked for.
  private let whole: [PlanSetting]
  private let courses: [MarketCourse?]
  /// The course of a market in which arms are mixed.
  private let mixed: MarketCourse?
  private let partition: Partition
  /// Nobody looks at what comes later; `nil` where all is played.
  private let lastDay: Int?

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
    let markets = design.markets.prefix(design.hasOwnChannels ? design.markets.count : 1)
    let settings = markets.map { plan in
      var all = plan
      all.channels = design.channelsUsed
      return PlanSetting(
        scenario, plan, answered: all, inArms: true, felt: all.channels, playsOn: false)
    }
    self.settings = settings
    let asksForProfit = observations.contains { $0.metric == .profit }
    let whole: [PlanSetting]
    if scenario.market.season.events.contains(where: { $0.answer != nil }) {
      // Where everybody is in one arm, what answers plans answers that one.
      whole = zip(design.markets, design.arms).map {
        PlanSetting(scenario, $0, answered: $1, inArms: true, playsOn: asksForProfit)
      }
    } else {
      whole = asksForProfit ? markets.map { PlanSetting(scenario, $0, inArms: true) } : settings
    }
    self.whole = whole
    lastDay = asksForProfit ? nil : observations.map(\.days).max()
    let arms = design.hasOwnChannels ? settings : []
    let draws = Draws(seed: scenario.seed, replication: 0)
    courses = whole.map { $0.isDrawn ? nil : MarketCourse($0, draws) }
    mixed =
      settings.contains { $0.isDrawn } ? nil : MarketCourse(settings[0], arms: arms, draws)
    partition = Partition(scenario.market.segments)
  }

  /// People simulated.
  public var people: Int { settings[0].people }

  /// What lets one person's doings reach another, so that arms may interfere.
  public var couplings: [Coupling] {
    let all = design.markets.map { Coupling.all(scenario, $0) } + [sharesAnswers ? [.answers] : []]
    return Coupling.allCases.filter { coupling in all.contains { $0.contains(coupling) } }
  }

  public var isCoupled: Bool { sharesAnswers || settings.contains { $0.isCoupled } }

  /// Whether something outside answers the arms differently, and in a market of several of them hits all.
  private var sharesAnswers: Bool {
    scenario.market.season.events.compactMap(\.answer).contains { answer in
      Set(design.arms.map { $0.firstDay(of: answer.to) }).count > 1
    }
  }

  /// Plays one replication and sums the observations by arm, for each of some ways to label people.
  ///
  /// Labels change nothing in the market: where everybody lives in one arm, any number of allotments
  /// are tests of that arm against itself.
  public func play(replication: Int, _ world: ArmWorld, labelled allotments: [Allotment])
    -> ArmOutcome
  {
    let run = run(replication, world, allotments, keepsPeople: false)
    return ArmOutcome(
      market: self, world: world, book: run.outcomes, paths: run.paths,
      running: run.runningCosts, limit: run.tally.limit)
  }

  /// Plays one replication and gives every person's observations.
  public func people(replication: Int, _ world: ArmWorld) -> PeopleOutcome {
    let book = run(replication, world, [], keepsPeople: true).outcomes
    return PeopleOutcome(
      arms: book?.keptArms ?? [], enrolled: book?.keptEnrolments ?? [], values: book?.kept ?? [])
  }

  private func run(
    _ replication: Int, _ world: ArmWorld, _ allotments: [Allotment], keepsPeople: Bool
  ) -> MarketRun {
    let setting: PlanSetting
    let draws = Draws(seed: scenario.seed, replication: replication)
    let course: MarketCourse?
    var arms: [PlanSetting] = []
    switch world {
    case .everybody(let arm):
      let place = min(arm, whole.count - 1)
      setting = whole[place]
      course = courses[place] ?? MarketCourse(setting, draws)
    case .split:
      setting = settings[0]
      if design.hasOwnChannels { arms = settings }
      course = mixed ?? MarketCourse(setting, arms: arms, draws)
    }
    var run = MarketRun(
      setting, draws, partition,
      parts: partition.parts.indices, twins: nil, course: course,
      outcomes: OutcomeBook(
        design, world, allotments, observations, horizon: scenario.horizon, days: setting.days,
        keepsPeople: keepsPeople), arms: arms)
    run.play(days: lastDay)
    return run
  }
}
