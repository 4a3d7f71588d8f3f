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

  func run() throws {
    let url = URL(fileURLWithPath: file)
    do {
      try Data(ScenarioFile.starter.utf8).write(to: url, options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      throw Self.wrongUsage("\(file) exists already and was left alone; name another file.")
    }
    print("Wrote \(file). Change its figures to yours, then: flywheel run \(file)")
  }
}
