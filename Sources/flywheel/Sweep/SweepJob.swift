import Documents
import Market
import Planning
import ExperimentReports
import Reports
import Takeaways

/// A sweep to be played, and where its results go.
struct SweepJob: Sendable {
  let name: String
  let sweep: Sweep
  let warnings: ProblemReport
  let provenance: Provenance
  /// Paths of all the files it was read from.
  let inputs: [String]
  let folder: ResultFolder
  /// The folder as the user would name it.
  let shownFolder: String

  /// Reads the scenario at every value of the levers.
  init(
    _ file: String, vary: [String], points: Int?, options: PlayOptions, output: String?
  ) throws(ScenarioInput.Refusal) {
    let source = try WrittenScenario(file)
    func resolved(_ written: ScenarioFile) throws(ProblemReport) -> ResolvedScenario {
      try source.resolved(written, simulated: options.customers) { options.applied(to: $0) }
    }
    do {
      let base = try resolved(source.written)
      let levers = try Self.levers(vary, source.written, base.levers)
      let count = points ?? Self.usualPoints(levers.count)
      let grid = try LeverGrid(source.written, levers, count: count, resolved)
      sweep = try Sweep(base, grid, replications: options.replications)
      try ScenarioInput.refuseWhatCannotBePlayed(
        sweep.scenario, isDrawn: sweep.draws != nil, threads: options.threads.count)
      warnings = base.warnings
    } catch let report as ProblemReport {
      throw ScenarioInput.Refusal(text: report.text(file: file))
    } catch let problem as LeverProblem {
      throw ScenarioInput.Refusal(text: "\(file): \(problem.sentence)\n")
    } catch {
      throw ScenarioInput.Refusal(text: "\(file): \(error)\n")
    }
    name = source.stem
    provenance = source.provenance
    inputs = source.paths
    shownFolder = output ?? "notebooks-out/\(source.stem)-sweep"
    folder = ResultFolder(shownFolder)
  }

  static func usualPoints(_ levers: Int) -> Int { levers == 1 ? 11 : 7 }

  /// Those asked for, else those of the scenario.
  private static func levers(
    _ vary: [String], _ written: ScenarioFile, _ known: [Lever]
  ) throws(LeverProblem) -> [Lever] {
    var levers: [Lever] = []
    for text in vary { levers.append(try written.lever(text, known: known)) }
    if !levers.isEmpty { return levers }
    guard (1...2).contains(known.count) else { throw .notChosen(known.map(\.name)) }
    return known
  }
}
