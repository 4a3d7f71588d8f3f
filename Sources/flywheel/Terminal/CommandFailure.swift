import ArgumentParser

/// Why a command gave no answer.
struct CommandFailure: Error, Equatable {
  enum Cause { case input, disk }

  let message: String
  let cause: Cause

  init(_ message: String, _ cause: Cause = .input) {
    self.message = message
    self.cause = cause
  }

  /// Wrong input has a status of its own (sysexits: EX_DATAERR).
  var status: ExitCode { cause == .input ? ExitCode(65) : .failure }

  /// Says the message beside the answer.
  ///
  /// - Returns: The status to end with.
  func told() -> ExitCode {
    Terminal.note("\(message)\n")
    return status
  }
}
