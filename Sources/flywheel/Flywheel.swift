import ArgumentParser
import Foundation

@main
struct Flywheel: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A Monte Carlo workbench for people who plan campaigns.",
    version: Version.text,
    subcommands: [
      InitCommand.self, RunCommand.self, SweepCommand.self, RehearseCommand.self, FitCommand.self,
      AnalyzeCommand.self, PowerCommand.self, VerifyCommand.self, KeysCommand.self,
      TermsCommand.self,
    ])

  /// As the parser would do it, but for what it writes: that goes the way of every answer.
  static func main() async {
    Terminal.prepare()
    do {
      do {
        var command = try await asyncParseAsRoot()
        if var answering = command as? any AsyncParsableCommand {
          try await answering.run()
        } else {
          try command.run()
        }
      } catch {
        try say(error)
      }
      try Terminal.endAnswer()
    } catch {
      Foundation.exit(exitCode(for: error).rawValue)
    }
    Foundation.exit(EXIT_SUCCESS)
  }

  /// Answers what was asked for, such as help; tells what was wrong.
  private static func say(_ error: any Error) throws {
    let text = NegativeValue.explained(fullMessage(for: error), given: CommandLine.arguments)
    let status = exitCode(for: error)
    guard status.isSuccess else {
      if !text.isEmpty { Terminal.note(text + "\n") }
      throw status
    }
    try Terminal.answer(text)
  }
}
