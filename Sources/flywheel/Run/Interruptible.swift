import ArgumentParser
import Market

/// Plays something that can be interrupted, before anything of it has been written.
///
/// - Parameters:
///   - name: What is played.
///   - folder: Where its results would go.
///   - progress: What shows how far it is.
///   - play: Plays it.
/// - Returns: What `play` gives.
/// - Throws: The status to end with, once why has been said.
func interruptible<Result: Sendable>(
  _ name: String, _ folder: String, _ progress: RunProgress,
  _ play: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  let playing = Task { try await play() }
  let interruption = Interruption { playing.cancel() }
  defer { interruption.close() }
  do {
    let result = try await playing.value
    progress.finish()
    return result
  } catch is CancellationError {
    progress.finish()
    Terminal.note("Interrupted: nothing was written, \(folder) is as it was before.\n")
    throw ExitCode(interruption.status)
  } catch let limit as SimulationLimit {
    progress.finish()
    throw CommandFailure("\(name): \(limit.sentence)").told()
  }
}
