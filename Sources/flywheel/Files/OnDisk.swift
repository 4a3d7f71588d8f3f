/// Does what the disk may refuse, which fails a command.
func onDisk(_ work: () throws(FileProblem) -> Void) throws(CommandFailure) {
  do {
    try work()
  } catch {
    throw CommandFailure("\(error)", .disk)
  }
}

/// The same for commands that are ended rather than answered.
func endingOnDisk(_ work: () throws(FileProblem) -> Void) throws {
  try told { () throws(CommandFailure) in try onDisk(work) }
}

/// Says why a command fails, and ends it.
func told(_ work: () throws(CommandFailure) -> Void) throws {
  do {
    try work()
  } catch {
    throw error.told()
  }
}
