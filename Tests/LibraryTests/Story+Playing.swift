import Documents
import Foundation
import Market
import Planning
import Reports

@testable import flywheel

extension Story {
  /// Reads a story as the command does, plays it on all processors and prints how long that took.
  init(playing name: String, changing changes: [String: String]) async throws {
    let source = try WrittenScenario(Library.path(name))
    var written = source.written
    for (place, text) in changes.sorted(by: { $0.key < $1.key }) {
      written = try written.setting(place, to: text)
    }
    let resolved = try source.resolved(written, simulated: nil) { $0 }
    let draws = try DrawnScenarios(resolved)
    let (start, processor) = (ContinuousClock.now, clock())
    let summary = try await Study(
      Simulation(resolved.scenario), draws: draws,
      threads: ProcessInfo.processInfo.activeProcessorCount
    ).run()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let used = Double(clock() - processor) / Double(CLOCKS_PER_SEC)
    let what = changes.isEmpty ? name : "\(name), changed"
    print(
      String(
        format: "%@: %.1f s, %.1f s of processors, %d replications", what, seconds, used,
        summary.replications))
    self.init(
      name: name, warnings: resolved.warnings,
      result: RunResult(
        Comparison(summary), assumptions: resolved.assumptions, drawn: draws?.values ?? []))
  }
}
