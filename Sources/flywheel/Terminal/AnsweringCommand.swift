import ArgumentParser
import Reports
import Takeaways

/// A command that answers with one text, and may fail after what it said.
protocol AnsweringCommand: AsyncParsableCommand {
  /// What there is to say, and what went wrong, if anything did.
  func outcome(width: Int, style: Style) async -> (text: String, failure: CommandFailure?)

  /// What has to be done before anything is read, such as choosing the arithmetic.
  func prepare() throws
}

extension AnsweringCommand {
  func prepare() throws {}

  func run() async throws {
    try prepare()
    let outcome = await outcome(width: Terminal.width(), style: Terminal.style)
    do {
      try Terminal.answer(outcome.text, terminator: "")
    } catch {
      _ = outcome.failure?.told()
      throw error
    }
    if let failure = outcome.failure { throw failure.told() }
  }
}
