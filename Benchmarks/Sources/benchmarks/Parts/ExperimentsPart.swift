import Experiments
import Foundation
import Statistics

/// An experiment of a million units, 4 metrics and 3 arms, beside what an analyst would pick instead.
struct ExperimentsPart {
  let runs: Int

  private static let resamples = 1000

  /// One thing measured and the peers' tasks that do the same, with the packages they need.
  private struct Task {
    let name: String
    let peers: [(task: String, needs: [String])]
    /// On so many threads.
    let work: (Int) async throws -> Void
  }

  func run() async throws -> [String] {
    var table = Table(
      "experiments: seconds on one thread",
      columns: ["Flywheel", "peer", "ratio", "processor", "peer", "ratio", "two threads"])
    var wrong: [String] = []
    let peers = ExperimentPeers()
    if let reason = try peers.prepare() {
      table.note("Skipped what needs the peers' million units: \(reason).")
    } else {
      let bytes = [UInt8](try Data(contentsOf: ExperimentPeers.table))
      let units = try await ExperimentTable.read(bytes, threads: 1)
      for task in Self.tasks(units, bytes) { try await measure(task, peers, into: &table) }
      wrong += try Self.check(units)
    }
    wrong += try await rehearse(into: &table)
    table.note("Peers as in bench/peers_experiment.py; what scipy does is one metric of two arms.")
    table.print()
    return wrong
  }

  /// What is timed on the units; further analyses are further entries.
  private static func tasks(_ units: UnitTable, _ bytes: [UInt8]) -> [Task] {
    let metrics = ExperimentTable.metrics
    let (outcomes, covariates) = (Array(0..<4), Array(4..<8))
    let alone = UnitTable(columns: units.columns, values: units.values, arm: units.arm)
    return [
      Task(
        name: "CSV to columns",
        peers: [("csv_polars", ["polars"]), ("csv_pandas", ["pandas"])],
        work: { _ = try await ExperimentTable.readNumbers(bytes, threads: $0) }),
      Task(
        name: "CSV to units in arms and clusters", peers: [],
        work: { _ = try await ExperimentTable.read(bytes, threads: $0) }),
      Task(
        name: "CUPED",
        peers: [
          ("numpy_gram_cuped", ["numpy", "pandas"]),
          ("tea_pl", ["numpy", "pandas", "polars", "tea_tasting"]),
        ],
        work: {
          let cells = try await CellMoments.collected(
            alone, outcomes: outcomes, covariates: covariates, threads: $0)
          for place in outcomes {
            _ = try CUPED(
              cells.byArm, outcomes: [.mean(of: place)], covariates: [.mean(of: 4 + place)])
          }
        }),
      Task(
        name: "Lin, HC2 and CR1",
        peers: [
          ("numpy_gram_lin_HC2_CR1", ["numpy", "pandas", "scipy"]),
          ("statsmodels_lin_HC2", ["numpy", "pandas", "statsmodels"]),
          ("statsmodels_lin_cluster", ["numpy", "pandas", "statsmodels"]),
        ],
        work: {
          let adjustment = Adjustment(
            metrics: outcomes, covariates: covariates, variances: [.hc2, .cr1])
          _ = try await AdjustedMeans.estimate(units, adjustment, threads: $0)
        }),
      Task(
        name: "Poisson bootstrap",
        peers: [
          ("numpy_poisson_gemm_4metric_3arm_1000", ["numpy", "pandas", "scipy"]),
          ("scipy_bootstrap_1metric_1cmp_1000", ["numpy", "pandas", "scipy"]),
        ],
        work: {
          _ = try await ResampledMeans.poissonBootstrap(
            alone, metrics: metrics, resamples: resamples, seed: 1, threads: $0)
        }),
      Task(
        name: "bucket bootstrap",
        peers: [("numpy_bucket_bootstrap_1000", ["numpy", "pandas"])],
        work: {
          _ = try await ResampledMeans.bucketBootstrap(
            alone, metrics: metrics, resamples: resamples, seed: 1, threads: $0)
        }),
      Task(
        name: "bucket bootstrap by cluster", peers: [],
        work: {
          _ = try await ResampledMeans.bucketBootstrap(
            units, metrics: metrics, resamples: resamples, seed: 1, threads: $0)
        }),
    ]
  }

  private func measure(
    _ task: Task, _ peers: ExperimentPeers, into table: inout Table
  ) async throws {
    let two = try await Timing.of(runs: runs) { try await task.work(2) }
    guard !task.peers.isEmpty else {
      let alone = try await Timing.of(runs: runs) { try await task.work(1) }
      return table.add(task.name, ours: alone, two: two)
    }
    for (peer, needs) in task.peers {
      let before = try await Timing.of(runs: runs) { try await task.work(1) }
      if let reason = peers.missing(needs) {
        table.add(task.name, ours: before, two: two)
        table.note("\(peer): \(reason)")
        continue
      }
      let theirs = try peers.seconds(peer)
      let after = try await Timing.of(runs: runs) { try await task.work(1) }
      guard let theirs else {
        table.add(task.name, ours: before.joined(after), two: two)
        table.note("\(peer): failed")
        continue
      }
      table.add("\(task.name), \(peer)", ours: before.joined(after), theirs: theirs, two: two)
    }
  }

  private func rehearse(into table: inout Table) async throws -> [String] {
    let outcomes = try RehearsedMarket.outcomes()
    for share in [0.5, 0.3] {
      let timings = try await Timing.rounds(
        runs,
        [1, 2].map { threads in
          {
            _ = await Rehearsals.played(
              outcomes, share: share, rehearsals: RehearsedMarket.rehearsals, seed: 1,
              threads: threads)
          }
        })
      table.add(
        "\(RehearsedMarket.rehearsals.grouped) rehearsals of "
          + "\(RehearsedMarket.customers.grouped) customers, share \(share)", ours: timings[0],
        two: timings[1])
    }
    return try RehearsedMarket.check(Rehearsals(outcomes, rehearsals: 2000, seed: 1))
  }

  /// Both bootstraps' standard errors against Welch's, within what their randomness allows.
  private static func check(_ units: UnitTable) throws -> [String] {
    let alone = UnitTable(columns: units.columns, values: units.values, arm: units.arm)
    var moments = Array(repeating: Moments(), count: units.arm.count)
    for (unit, arm) in units.arm.codes.enumerated() {
      moments[Int(arm)].add(units.values[unit, 0])
    }
    let squares = moments.map { ($0.variance ?? .nan) / Double($0.count) }
    let expected = (squares[0] + squares[1]).squareRoot()
    let bootstraps = [
      try ResampledMeans.poissonBootstrap(alone, metrics: ["m0"], resamples: 1000, seed: 1),
      try ResampledMeans.bucketBootstrap(alone, metrics: ["m0"], resamples: 1000, seed: 1),
    ]
    return try bootstraps.compactMap {
      let error = try $0.difference(of: 0, arm: 1).standardError
      return abs(error / expected - 1) < 0.15
        ? nil : "experiments: standard error \(error), expected \(expected)"
    }
  }
}

extension Table {
  /// Flywheel's times alone.
  fileprivate mutating func add(_ label: String, ours: Timing, two: Timing) {
    add(
      label, ours.median.fixed(3), "", "", ours.processorMedian.fixed(3), "", "",
      two.median.fixed(3))
  }

  /// Flywheel's times and a peer's, and the peer's as multiples.
  fileprivate mutating func add(
    _ label: String, ours: Timing, theirs: (median: Double, processor: Double), two: Timing
  ) {
    add(
      label, ours.median.fixed(3), theirs.median.fixed(3), (theirs.median / ours.median).fixed(1),
      ours.processorMedian.fixed(3), theirs.processor.fixed(3),
      (theirs.processor / ours.processorMedian).fixed(1), two.median.fixed(3))
  }
}
