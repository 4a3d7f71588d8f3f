import Market
import Planning
import Reports

/// One scenario to be played, and where its results go.
struct RunJob: Sendable {
  let name: String
  let scenario: Scenario
  let provenance: Provenance
  let folder: ResultFolder
  /// The folder as the user would name it.
  let shownFolder: String
  let threads: Int
  let studiesChannels: Bool

  /// Plays it; nothing is written.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  func play(_ progress: RunProgress) async throws -> RunResult {
    let summary = try await Study(Simulation(scenario), threads: threads)
      .run { progress.report($0) }
    let comparison = Comparison(summary)
    guard studiesChannels else { return RunResult(comparison) }
    var values: [ChannelValue] = []
    for plan in scenario.plans {
      progress.say("twin markets of “\(plan.name)”, with more, less and none of each channel")
      var alone = scenario
      alone.plans = [plan]
      values += try await ChannelStudy(alone, threads: threads)
        .run(replications: summary.replications)
    }
    return RunResult(comparison, channelValues: values)
  }
}
