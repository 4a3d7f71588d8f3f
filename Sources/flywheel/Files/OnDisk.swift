import ArgumentParser

/// Ends the command where the disk refuses.
func onDisk(_ work: () throws(FileProblem) -> Void) throws {
  do {
    try work()
  } catch {
    Terminal.note("\(error)\n")
    throw ExitCode.failure
  }
}
