import ArgumentParser
import Reports

/// A command that answers with one text, and may fail after what it said.
protocol AnsweringCommand: AsyncParsableCommand {
  /// What there is to say, and what went wrong, if anything did.
  func outcome(width: Int, style: Style) async -> (text: String, failure: CommandFailure?)
}

extension AnsweringCommand {
  func run() async throws {
    let outcome = await outcome(width: Terminal.width(), style: Terminal.style)
    print(outcome.text, terminator: "")
    if let failure = outcome.failure { throw failure.told() }
  }
}
