import ArgumentParser

extension ParsableCommand {
  /// Says what is wrong with how the command was called, where that is known only once its files are read.
  ///
  /// As the parser says it of what it finds itself; it would show another command's usage by then.
  ///
  /// - Returns: The status to end with.
  static func wrongUsage(_ reason: String) -> ExitCode {
    let usage = "flywheel \(usageString())"
    let more = "See 'flywheel \(configuration.commandName ?? "") --help' for more information."
    Terminal.note("Error: \(reason)\nUsage: \(usage)\n  \(more)\n")
    return .validationFailure
  }
}
