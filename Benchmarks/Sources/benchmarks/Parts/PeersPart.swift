import Foundation
import Market
import Statistics

/// The same work in what would be used instead, each peer timed between runs of Flywheel.
struct PeersPart {
  let runs: Int

  private static let simulators = ["numpy", "numba", "simpy", "mesa"]
  private static let fitters = ["pandas", "lifetimes"]

  func run() async throws -> [String] {
    let simulation = PeerScript(file: Surroundings.peers("peers_simulation.py"))
    let fit = PeerScript(file: Surroundings.peers("peers_fit.py"))
    var table = Table("peers: on one thread", columns: ["Flywheel", "peer", "peer/Flywheel"])
    let missing = [simulation.file, fit.file, Surroundings.cdnow].filter { !Surroundings.has($0) }
    let packages = PeerScript.packages(Self.simulators + Self.fitters)
    if let packages, missing.isEmpty {
      try await simulate(simulation, packages, into: &table)
      try await self.fit(fit, packages, into: &table)
    } else {
      for file in missing { table.note("Skipped: there is no \(file.path) (FLYWHEEL_SHARED).") }
      if packages == nil { table.note("Skipped: there is no python3.") }
    }
    table.print()
    return []
  }

  private func simulate(
    _ script: PeerScript, _ packages: Set<String>, into table: inout Table
  ) async throws {
    let market = PlayedMarket(customers: 100_000, perRun: 200_000)
    for peer in Self.simulators {
      guard packages.contains(peer), packages.contains("numpy") else {
        table.note("\(peer): not installed")
        continue
      }
      let before = try await Timing.of(runs: runs) { market.play() }
      let theirs = try script.words(peer)?.number(before: "us/customer")
      let after = try await Timing.of(runs: runs) { market.play() }
      let ours = before.joined(after).scaled(by: market.microsecondsPerCustomer).median
      table.add("µs per customer-year, \(peer)", ours, theirs, digits: 3)
    }
  }

  private func fit(
    _ script: PeerScript, _ packages: Set<String>, into table: inout Table
  ) async throws {
    let absent = Self.fitters.filter { !packages.contains($0) }
    guard absent.isEmpty else {
      return table.note("lifetimes: not installed: \(absent.joined(separator: ", "))")
    }
    for copies in [1, FitPart.copies] {
      let histories = try CustomerLog(Surroundings.cdnow, copies: copies).read().histories
      let fits = Fits(histories: histories)
      let fit = {
        _ = fits.bgnbd()
        _ = fits.gammaGamma()
      }
      let before = try await Timing.of(runs: runs, fit)
      let theirs = try (0..<min(runs, 3)).compactMap { _ in try seconds(script, copies) }
      let after = try await Timing.of(runs: runs, fit)
      let ours = before.joined(after).scaled(by: 1e3).median
      table.add(
        "ms, BG/NBD + Gamma–Gamma of \(histories.count.grouped), lifetimes", ours,
        SortedSample(theirs).map { $0.median * 1e3 }, digits: 1)
    }
    table.note(
      "The larger log is \(FitPart.copies) copies of the smaller, which Flywheel's fit finds equal;"
    )
    table.note("`fit` shows as many customers who are not.")
  }

  private func seconds(_ script: PeerScript, _ copies: Int) throws -> Double? {
    guard let words = try script.words(Surroundings.cdnow.path, String(copies)),
      let purchases = words.number(after: "BG/NBD"),
      let baskets = words.number(after: "Gamma-Gamma")
    else { return nil }
    return purchases + baskets
  }
}

extension Table {
  /// Ours, theirs and the ratio; or that the peer failed.
  fileprivate mutating func add(_ label: String, _ ours: Double, _ theirs: Double?, digits: Int) {
    guard let theirs else { return add(label, ours.fixed(digits), "failed", "") }
    add(label, ours.fixed(digits), theirs.fixed(digits), (theirs / ours).fixed(1))
  }
}
