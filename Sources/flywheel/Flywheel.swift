import ArgumentParser

@main
struct Flywheel: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A Monte Carlo workbench for people who plan campaigns.",
    subcommands: [InitCommand.self, FitCommand.self, VerifyCommand.self, KeysCommand.self])
}
