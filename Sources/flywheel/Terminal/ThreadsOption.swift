import ArgumentParser
import Foundation

/// How many processor threads a command may use.
struct ThreadsOption: ParsableArguments {
  @Option(help: "Processor threads; they change no figure. (default: all)")
  var threads: Int?

  func validate() throws { try Whole.check(threads, "--threads", 1...1_024) }

  var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
