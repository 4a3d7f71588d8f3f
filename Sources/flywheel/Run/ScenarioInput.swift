import Documents
import Foundation
import Market
import Planning
import Reports

/// A scenario read from disk, with the files it refers to.
struct ScenarioInput {
  let file: String
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
    try self.init(file, simulated: options.customers, replications: options.replications) {
      options.applied(to: $0)
    }
  }

  /// Reads and checks a scenario of which at most so many people are simulated, and changes it.
  ///
  /// - Throws: Everything that is wrong with it at once.
  init(
    _ file: String, simulated: Int?, replications: Int? = nil, _ applied: (Scenario) -> Scenario
  ) throws(Refusal) {
    self.file = file
    let bytes = try Self.bytes(of: file)
    do {
      let written = try ScenarioFile(bytes: bytes)
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      var others: [String: [UInt8]] = [:]
      for name in written.neededFiles {
        let url = URL(fileURLWithPath: name, relativeTo: folder)
        others[name] = (try? Data(contentsOf: url)).map { Array($0) }
      }
      let texts = others.compactMapValues { String(validating: $0, as: UTF8.self) }
      var resolved = try written.resolve(files: texts, simulated: simulated)
      resolved.scenario = applied(resolved.scenario)
      scenario = resolved.scenario
      assumptions = resolved.assumptions
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

  /// The scenario file's name without its ending: what its results are called.
  var stem: String {
    URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
  }

  private static func bytes(of file: String) throws(Refusal) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      let reason =
        FileManager.default.fileExists(atPath: file)
        ? "it cannot be read." : "there is no such file."
      throw Refusal(text: "\(file): \(reason)\n")
    }
  }
}
