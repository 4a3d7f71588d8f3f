import Market

/// Plays an experiment many times in the simulated market, where the truth is known.
public struct Rehearsal: Sendable {
  public let design: RehearsalDesign
  private let market: ArmMarket
  private let threads: Int

  /// Experiments made in one market where it need not be played for each, and markets played for that.
  private static let (perMarket, leastMarkets) = (25, 40)

  public init(_ design: RehearsalDesign, threads: Int) {
    self.design = design
    self.threads = max(1, threads)
    market = ArmMarket(design.scenario, design.arms, observations: design.observations)
  }

  /// Plays all rehearsals, telling `progress` how many have been played; threads change no figure.
  ///
  /// - Throws: `CancellationError` between markets when the task is cancelled.
  public func run(progress: @Sendable (Int) -> Void = { _ in }) async throws -> RehearsalResult {
    let plan = salts
    var played: [Int: RehearsedMarket] = [:]
    var next = plan.indices.makeIterator()
    var count = 0
    try await withThrowingTaskGroup(of: RehearsedMarket.self) { group in
      func start() {
        guard let replication = next.next() else { return }
        group.addTask { [market, design] in
          try Task.checkCancellation()
          return RehearsedMarket(
            market, design.shares, replication: replication, salts: plan[replication])
        }
      }
      for _ in 0..<threads { start() }
      while let one = try await group.next() {
        played[one.replication] = one
        start()
        count += one.experiments.count
        progress(count)
      }
    }
    let replay = market.isCoupled ? nil : played[0].map { Replay($0, market, design.shares) }
    return RehearsalResult(
      design, couplings: market.couplings, people: market.people,
      plan.indices.compactMap { played[$0] }, replay: replay)
  }

  /// By market, the salts of its experiments: one each where the market has to be played for it.
  private var salts: [[UInt64]] {
    let each =
      market.isCoupled
      ? 1 : min(Self.perMarket, max(1, design.rehearsals / Self.leastMarkets))
    return stride(from: 0, to: design.rehearsals, by: each).map { first in
      (first..<min(design.rehearsals, first + each)).map {
        design.scenario.seed &+ UInt64($0)
      }
    }
  }
}
