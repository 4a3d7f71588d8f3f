import ArgumentParser

@main
struct Flywheel: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A Monte Carlo workbench for people who plan campaigns.",
    version: Version.text,
    subcommands: [
      InitCommand.self, RunCommand.self, RehearseCommand.self, FitCommand.self, AnalyzeCommand.self,
      PowerCommand.self, VerifyCommand.self, KeysCommand.self, TermsCommand.self,
    ])
}
