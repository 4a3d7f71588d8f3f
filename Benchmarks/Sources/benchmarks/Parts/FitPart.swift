import Foundation
import Market

/// Reading the CDNOW log, and the three models fitted to it and to forty times as many customers.
struct FitPart {
  let runs: Int

  static let copies = 40

  func run() async throws -> [String] {
    var table = Table(
      "fit: milliseconds on one thread", columns: Table.timing)
    guard Surroundings.has(Surroundings.cdnow) else {
      table.note("Skipped: there is no \(Surroundings.cdnow.path) (FLYWHEEL_SHARED).")
      table.print()
      return []
    }
    var wrong: [String] = []
    for copies in [1, Self.copies] {
      let log = try CustomerLog(Surroundings.cdnow, copies: copies)
      let histories = try log.read().histories
      let name =
        "\(histories.count.grouped) customers" + (copies > 1 ? ", \(copies) copies of each" : "")
      let reading = try await Timing.of(runs: runs) { _ = try log.read() }
      table.add("read and summarise \(log.rows.grouped) rows", reading.scaled(by: 1e3), digits: 1)
      wrong += try await measure(histories, name, into: &table)
    }
    let drawn = DrawnHistories.draw(2_357 * Self.copies)
    wrong += try await measure(
      drawn, "\(drawn.count.grouped) customers, drawn singly", into: &table)
    table.note("Fits start from histories as read; equal ones are found as part of the fit.")
    table.print()
    return wrong
  }

  private func measure(
    _ histories: [CustomerHistory], _ name: String, into table: inout Table
  ) async throws -> [String] {
    let fits = Fits(histories: histories)
    let timings = try await Timing.rounds(
      runs,
      [
        {
          _ = fits.bgnbd()
          _ = fits.gammaGamma()
        },
        { _ = fits.paretoNBD() },
      ])
    table.add("BG/NBD + Gamma–Gamma, \(name)", timings[0].scaled(by: 1e3), digits: 1)
    table.add("Pareto/NBD, \(name)", timings[1].scaled(by: 1e3), digits: 1)
    let isFitted = [
      ("BG/NBD", fits.bgnbd()?.isConverged), ("Gamma–Gamma", fits.gammaGamma()?.isConverged),
      ("Pareto/NBD", fits.paretoNBD()?.isConverged),
    ]
    return isFitted.filter { $0.1 != true }.map { "fit: \($0.0) of \(name) did not converge" }
  }
}
