import Documents
import Foundation
import Market
import Planning
import ExperimentReports
import Reports
import Takeaways

/// A scenario read from disk, with the files it refers to.
struct ScenarioInput {
  let file: String
  /// It, and the files it refers to.
  let paths: [String]
  /// With every assumption at its median.
  let scenario: Scenario
  let assumptions: [Assumption]
  /// The scenario at draws of its assumptions; `nil` where everything is known.
  let draws: DrawnScenarios?
  let warnings: ProblemReport
  let provenance: Provenance
  /// The scenario file's name without its ending: what its results are called.
  let stem: String

  /// What is wrong with it, as text.
  struct Refusal: Error {
    let text: String
  }

  /// Reads and checks a scenario.
  ///
  /// - Throws: Everything that is wrong with it at once.
  init(_ file: String, options: PlayOptions) throws(Refusal) {
    try self.init(
      file, simulated: options.customers, replications: options.replications,
      threads: options.threads.count
    ) {
      options.applied(to: $0)
    }
  }

  /// Reads and checks a scenario of which at most so many people are simulated, and changes it.
  ///
  /// - Throws: Everything that is wrong with it at once.
  init(
    _ file: String, simulated: Int?, replications: Int? = nil, threads: Int,
    _ applied: (Scenario) -> Scenario
  ) throws(Refusal) {
    self.file = file
    let source = try WrittenScenario(file)
    do {
      let resolved = try source.resolved(source.written, simulated: simulated, applied)
      scenario = resolved.scenario
      assumptions = resolved.assumptions
      try Self.refuseWhatCannotBePlayed(
        resolved.scenario, isDrawn: !resolved.assumptions.isEmpty, threads: threads)
      draws = try DrawnScenarios(resolved, replications: replications)
      warnings = resolved.warnings
    } catch {
      throw Refusal(text: error.text(file: file))
    }
    (paths, provenance, stem) = (source.paths, source.provenance, source.stem)
  }

  /// - Throws: Where this machine could not play the scenario to an end.
  static func refuseWhatCannotBePlayed(
    _ scenario: Scenario, isDrawn: Bool, threads: Int
  ) throws(ProblemReport) {
    let replications =
      isDrawn
      ? scenario.draws.minimum * scenario.draws.replicationsPerDraw : scenario.stopping.minimum
    let limit = MemoryLimit.narrowest
    let memory = MemoryNeed(
      scenario, replications: replications, threads: threads,
      processors: ProcessInfo.processInfo.activeProcessorCount)
    let reason =
      memory.problem(available: limit.bytes, limit: limit.words)
      ?? TimeNeed(scenario, replications: replications, threads: threads).problem
    guard let reason else { return }
    throw ProblemReport([DocumentProblem(reason: reason)])
  }
}
