public import Market

/// Plays an experiment many times in the simulated market, where the truth is known.
///
/// Where assumptions are drawn the markets take turns at the draws, so that each draw is played about as often.
public struct Rehearsal: Sendable {
  public let design: RehearsalDesign
  /// By draw of the assumptions; one where everything is known.
  private let markets: [ArmMarket]
  private let isDrawn: Bool
  private let threads: Int

  /// Experiments made in one market at most: where it need not be played for each, and where it has to be.
  ///
  /// The truth of a market, everybody in each arm and the run-off, takes four times as long as an experiment in it.
  private static let (perQuietMarket, perCoupledMarket) = (25, 4)
  /// So many markets are played at least where there are as many rehearsals, and at each draw.
  private static let (leastMarkets, leastPerDraw) = (40, 2)

  /// A rehearsal of a scenario as it stands, or as its assumptions are drawn where there are draws of them.
  ///
  /// - Throws: Where the arms of a draw cannot share a market.
  public init(
    _ design: RehearsalDesign, draws: DrawnScenarios? = nil, threads: Int
  ) throws(ArmProblem) {
    self.design = design
    self.threads = max(1, threads)
    func market(_ scenario: Scenario, _ arms: ArmDesign) -> ArmMarket {
      ArmMarket(scenario, arms, observations: design.observations)
    }
    guard let draws else {
      markets = [market(design.scenario, design.arms)]
      isDrawn = false
      return
    }
    var drawn: [ArmMarket] = []
    for scenario in draws.scenarios.prefix(Self.count(of: draws, design)) {
      drawn.append(market(scenario, try design.arms(of: scenario)))
    }
    markets = drawn
    isDrawn = true
  }

  /// Plays all rehearsals, telling `progress` how many have been played; threads change no figure.
  ///
  /// - Throws: `CancellationError` between markets when the task is cancelled, and a `SimulationLimit` where
  ///   so much happens that there are no figures.
  public func run(progress: @Sendable (Int) -> Void = { _ in }) async throws -> RehearsalResult {
    let plan = salts
    var played: [Int: RehearsedMarket] = [:]
    var next = plan.indices.makeIterator()
    var count = 0
    try await withThrowingTaskGroup(of: RehearsedMarket.self) { group in
      func start() {
        guard let replication = next.next() else { return }
        let draw = replication % markets.count
        group.addTask { [market = markets[draw], design] in
          try Task.checkCancellation()
          return RehearsedMarket(
            market, design.shares, days: design.days, replication: replication, draw: draw,
            salts: plan[replication])
        }
      }
      for _ in 0..<threads { start() }
      while let one = try await group.next() {
        if let limit = one.limit { throw limit }
        played[one.replication] = one
        start()
        count += one.experiments.count
        progress(count)
      }
    }
    let replay = isCoupled ? nil : played[0].map { Replay($0, markets[0], design.shares) }
    return RehearsalResult(
      design, couplings: markets[0].couplings, people: markets[0].people,
      plan.indices.compactMap { played[$0] }, draws: isDrawn ? markets.count : nil,
      replay: replay)
  }

  private var isCoupled: Bool { markets.contains(where: \.isCoupled) }

  /// By market, the salts of its experiments: few where the market has to be played for each.
  private var salts: [[UInt64]] {
    let most = isCoupled ? Self.perCoupledMarket : Self.perQuietMarket
    let least = max(Self.leastMarkets, isDrawn ? Self.leastPerDraw * markets.count : 0)
    let each = min(most, max(1, design.rehearsals / least))
    return stride(from: 0, to: design.rehearsals, by: each).map { first in
      (first..<min(design.rehearsals, first + each)).map {
        design.scenario.seed &+ UInt64($0)
      }
    }
  }

  /// As many draws as are asked for, in whole blocks, and no more than have some markets each.
  private static func count(of draws: DrawnScenarios, _ design: RehearsalDesign) -> Int {
    let most = max(1, min(draws.maximum, design.rehearsals / leastPerDraw))
    return most < draws.block ? most : most / draws.block * draws.block
  }
}
