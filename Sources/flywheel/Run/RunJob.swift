import Market
import Planning
import ExperimentReports
import Reports
import Takeaways

/// One scenario to be played, and where its results go.
struct RunJob: Sendable {
  let name: String
  /// The scenario's path, as it was given.
  let file: String
  let scenario: Scenario
  /// What is not known of it, and the scenario at draws of that; `nil` where everything is known.
  let assumptions: [Assumption]
  let draws: DrawnScenarios?
  let provenance: Provenance
  /// Paths of all the files it was read from.
  let inputs: [String]
  let folder: ResultFolder
  /// The folder as the user would name it.
  let shownFolder: String
  let threads: Int
  let studiesChannels: Bool

  /// Plays it, or finds that so much happens that there are no figures.
  func playToItsEnd(
    _ progress: RunProgress
  ) async throws -> Result<RunResult, SimulationLimit> {
    do {
      return .success(try await play(progress))
    } catch let limit as SimulationLimit {
      return .failure(limit)
    }
  }

  /// Plays it; nothing is written.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  func play(_ progress: RunProgress) async throws -> RunResult {
    let summary = try await Study(Simulation(scenario), draws: draws, threads: threads)
      .run { progress.report($0) }
    let comparison = Comparison(summary)
    let drawn = draws?.values ?? []
    guard studiesChannels else {
      return RunResult(comparison, assumptions: assumptions, drawn: drawn)
    }
    progress.say("twin markets of every plan, with more, less and none of each channel")
    let values = try await ChannelStudy(scenario, draws: draws, threads: threads)
      .run(replications: summary.replications)
    return RunResult(
      comparison, channelValues: values, assumptions: assumptions, drawn: drawn)
  }
}
