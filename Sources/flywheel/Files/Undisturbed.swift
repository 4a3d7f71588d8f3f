import Foundation

/// Does what should not be broken off; who asks the process to end meanwhile asks in vain.
func undisturbed<Result>(_ work: () throws(FileProblem) -> Result) throws(FileProblem) -> Result {
  let signals = [SIGINT, SIGTERM, SIGHUP]
  let before = signals.map { signal($0, SIG_IGN) }
  defer { for (number, handler) in zip(signals, before) { signal(number, handler) } }
  return try work()
}
