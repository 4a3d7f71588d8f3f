import ArgumentParser
import Market

/// `flywheel keys`: what a scenario file may hold.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Lists everything a scenario file may hold.",
    discussion: """
      With --json it prints a JSON Schema (draft 2020-12), by which editors complete and check \
      scenario files.
      """)

  @Flag(help: "Print a JSON Schema instead.")
  var json = false

  func run() throws {
    try Terminal.answer(json ? ScenarioFile.schema : ScenarioFile.keyList, terminator: "")
  }
}
