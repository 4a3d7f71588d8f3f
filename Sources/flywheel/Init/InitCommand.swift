import ArgumentParser
import Foundation
import Market

/// `flywheel init`: a scenario to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a small commented scenario to start from.")

  @Argument(help: "The file to write; an existing one is left alone.", completion: .file())
  var file = "scenario.yaml"

  func validate() throws { try GivenPath.check(file, "The file's name") }

  func run() throws {
    guard FileStatus(file, followingLinks: false) == nil else {
      throw Self.wrongUsage("\(file) exists already and was left alone; name another file.")
    }
    try endingOnDisk { () throws(FileProblem) in
      let scenario = try AtomicFile(file, mustBeNew: true)
      try scenario.append(Array(ScenarioFile.starter.utf8))
      try scenario.commit()
    }
    try Terminal.answer(
      "Wrote \(file). Change its figures to yours, then: flywheel run \(file)")
  }
}
