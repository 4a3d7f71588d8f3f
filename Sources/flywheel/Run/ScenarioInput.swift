import Documents
import Foundation
import Market
import Planning
import Reports

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

  /// What is wrong with it, as text.
  struct Refusal: Error {
    let text: String
  }

  /// Reads and checks a scenario.
  ///
  /// - Throws: Everything that is wrong with it at once.
  init(_ file: String, options: RunOptions) throws(Refusal) {
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
    let bytes = try Self.bytes(of: file)
    do {
      let written = try ScenarioFile(bytes: bytes)
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      var others: [String: [UInt8]] = [:]
      for name in written.neededFiles {
        let url = URL(fileURLWithPath: name, relativeTo: folder)
        let most = ScenarioFile.mostBytesOfBase
        guard let bytes = try? DocumentBytes.read(url.path, most: most), bytes.count <= most else {
          continue
        }
        others[name] = bytes
      }
      paths = [file] + written.neededFiles.map { URL(fileURLWithPath: $0, relativeTo: folder).path }
      let texts = others.compactMapValues { TextEncoding.text(of: $0) }
      var resolved = try written.resolve(files: texts, simulated: simulated)
      resolved.scenario = applied(resolved.scenario)
      scenario = resolved.scenario
      assumptions = resolved.assumptions
      try Self.refuseWhatCannotBePlayed(resolved, threads: threads)
      draws = try DrawnScenarios(resolved, replications: replications)
      warnings = resolved.warnings
      provenance = Provenance(
        version: Version.number,
        scenario: Provenance.Source(
          file: URL(fileURLWithPath: file).lastPathComponent, bytes: bytes),
        others: others.sorted { $0.key < $1.key }
          .map { Provenance.Source(file: $0.key, bytes: $0.value) })
    } catch {
      throw Refusal(text: error.text(file: file))
    }
  }

  /// - Throws: Where this machine could not play the scenario to an end.
  private static func refuseWhatCannotBePlayed(
    _ resolved: ResolvedScenario, threads: Int
  ) throws(ProblemReport) {
    let scenario = resolved.scenario
    let replications =
      resolved.assumptions.isEmpty
      ? scenario.stopping.minimum : scenario.draws.minimum * scenario.draws.replicationsPerDraw
    let feasibility = Feasibility(scenario, replications: replications, threads: threads)
    let memory = Double(ProcessInfo.processInfo.physicalMemory)
    guard let reason = feasibility.problem(memory: memory) else { return }
    throw ProblemReport([DocumentProblem(reason: reason)])
  }

  /// The scenario file's name without its ending: what its results are called.
  var stem: String {
    ResultFolder.name(for: file, else: "scenario")
  }

  private static func bytes(of file: String) throws(Refusal) -> [UInt8] {
    do {
      return try DocumentBytes.read(file)
    } catch {
      throw Refusal(text: "\(file): \(error.reason).\n")
    }
  }
}
