internal import RealModule
public import Statistics

/// What people in each arm came to in one replication.
///
/// Metrics are those of the people in the experiment by then; profit is that of everybody.
public struct ArmOutcome: Sendable {
  private let design: ArmDesign
  private let observations: [Observation]
  private let people: Double
  private let discountRate: Double
  private let world: ArmWorld
  private let sums: ArmSums?
  /// By arm where people of several live here and each buys its own contacts, else one.
  private let paths: [MarketPath]
  /// By day: what offers cost as they run and belongs to nobody in particular, minor units.
  private let running: [Int64]
  /// By day: people who are in the experiment from then on.
  public let enrolments: [Int]
  /// Why the figures are none; `nil` where they are sound.
  public let limit: SimulationLimit?

  init(
    market: ArmMarket, world: ArmWorld, book: OutcomeBook?, paths: [MarketPath],
    running: [Int64], limit: SimulationLimit?
  ) {
    self.limit = limit
    design = market.design
    observations = market.observations
    people = Double(max(1, market.people))
    discountRate = market.scenario.market.discountRate
    self.world = world
    sums = book?.sums
    enrolments = book?.enrolments ?? []
    self.paths = paths
    self.running = running
  }

  /// Count, mean and squared deviations of an observation over the people with a label.
  ///
  /// The offers' fixed costs are known and borne alike by everybody: a head's share of what the arm
  /// would cost in the whole market; so are contacts, where arms buy their own.
  public func moments(allotment: Int, arm: Int, observation: Int) -> Moments {
    let moments =
      sums?.moments(allotment: allotment, arm: arm, observation: observation) ?? Moments()
    guard moments.count > 0, observations[observation].metric.bearsCosts else { return moments }
    let lived: Int
    switch world {
    case .everybody(let one): lived = one
    case .split: lived = arm
    }
    let days = observations[observation].days
    var cost = design.fixedCost(of: lived, within: days)
    if design.hasOwnChannels { cost += paths[min(lived, paths.count - 1)].spend(within: days) }
    return Moments(
      count: moments.count, mean: moments.mean - Double(cost) / bearers(observation),
      sumOfSquaredDeviations: moments.sumOfSquaredDeviations)
  }

  /// Those who bear what is fixed: everybody who comes in within the horizon.
  private func bearers(_ observation: Int) -> Double {
    observations[observation].metric.isOfAll
      ? people : Double(max(1, enrolments.reduce(0, +)))
  }

  /// What offers cost as they run, such as by the message or the check, within so many days of a market all of one arm,
  /// minor units.
  ///
  /// It belongs to nobody in particular: no person's contribution has it, and no experiment sees it.
  public func runningCosts(within days: Int) -> Double {
    Double(running.prefix(days).reduce(0, +))
  }

  /// Over everybody observed.
  public func moments(observation: Int) -> Moments {
    design.arms.indices.reduce(into: Moments()) {
      $0 += moments(allotment: 0, arm: $1, observation: observation)
    }
  }

  /// The mean over everybody, less a head's share of what the market as a whole spent until then.
  ///
  /// The product belongs to no arm, nor do contacts unless arms buy their own: an experiment cannot see how
  /// they answer to one. Nor can it see that more people come in under a plan: heads are those of the
  /// `control`, itself unless given. Profit bears what offers cost as they run too; it is the plan's, to the cent.
  public func level(observation: Int, perHeadOf control: ArmOutcome? = nil) -> Double {
    let control = control ?? self
    let all = moments(observation: observation)
    let heads = control.moments(observation: observation).count
    guard heads > 0 else { return 0 }
    let mean = heads == all.count ? all.mean : all.mean * Double(all.count) / Double(heads)
    guard observations[observation].metric.bearsCosts else { return mean }
    let days = observations[observation].days
    let contacts = design.hasOwnChannels ? 0 : paths[0].spend(within: days)
    let path = paths[0]
    var spend = Double(
      contacts + path.product.prefix(days).reduce(0, +) + path.fixedCosts.prefix(days).reduce(0, +))
    if observations[observation].metric == .profit {
      spend += path.costs.after(days, discountRate) + runningCosts(within: days)
      spend += running.after(days, discountRate)
    }
    return mean - spend / control.bearers(observation)
  }
}

extension MarketPath {
  /// On contacts and channels' fixed costs within so many days, minor units.
  fileprivate func spend(within days: Int) -> Int64 {
    spend.reduce(0) { $0 + $1.prefix(days).reduce(0, +) }
  }
}

extension [Int64] {
  /// The sum of amounts by day after so many days, discounted to their end.
  fileprivate func after(_ days: Int, _ discountRate: Double) -> Double {
    indices.dropFirst(days).reduce(0) { sum, day in
      sum + Double(self[day]) * Double.exp(-discountRate * (Double(day - days) + 0.5))
    }
  }
}

/// Every person's observations in one replication.
public struct PeopleOutcome: Sendable {
  /// By person.
  public let arms: [UInt8]
  /// By person: the day from which on they are in the experiment, `nil` for those who never are.
  public let enrolled: [Int?]
  /// By observation and person, before what is fixed; minor units where it is money.
  public let values: [[Double]]
}
