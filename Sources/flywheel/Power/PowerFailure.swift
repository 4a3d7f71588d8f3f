import ArgumentParser
import Experiments

/// Why `flywheel power` gave no answer.
struct PowerFailure: Error, Equatable {
  enum Cause { case input, disk }

  let message: String
  let cause: Cause

  init(_ message: String, _ cause: Cause = .input) {
    self.message = message
    self.cause = cause
  }

  /// Wrong input has a status of its own (sysexits: EX_DATAERR).
  var status: ExitCode { cause == .input ? ExitCode(65) : .failure }
}

extension NotEstimable {
  /// The reason with a capital letter and a full stop.
  var sentence: String { reason.prefix(1).uppercased() + reason.dropFirst() + "." }
}
