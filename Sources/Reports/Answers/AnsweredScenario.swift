import Documents
public import Market
import Takeaways

/// A scenario among several that were played: its answer, or why it has none.
public struct AnsweredScenario: Sendable {
  let name: String
  let question: String?
  /// The plans' names, the baseline first.
  let plans: [String]
  /// The scenario's file, as whoever reads of it would open it.
  let file: String
  let outcome: Outcome

  enum Outcome: Sendable {
    /// In a row, and in the sentences that are printed first.
    case answered(ShortAnswer, sentences: [String])
    case failed(String)
  }

  /// A scenario with its answer.
  public init(_ result: RunResult, file: String) {
    self.init(
      result.scenario, file: file,
      .answered(result.shortAnswer, sentences: Answer(result).sentences))
  }

  /// A scenario that could not be played to its end, and a sentence that says why.
  public init(_ scenario: Scenario, file: String, failed reason: String) {
    self.init(scenario, file: file, .failed(reason))
  }

  private init(_ scenario: Scenario, file: String, _ outcome: Outcome) {
    name = scenario.name
    question = scenario.question
    plans = scenario.plans.map(\.name)
    self.file = file
    self.outcome = outcome
  }

  /// What is said below the row: the question, and why.
  var notes: [String] {
    switch outcome {
    case .answered(let short, _): [question, short.why].compactMap(\.self)
    case .failed(let reason): [question, reason].compactMap(\.self)
    }
  }
}

extension [AnsweredScenario] {
  /// A row a scenario: what to do, what that brings against the baseline and how sure it is.
  ///
  /// - Parameter hasQuestions: Whether a column has what was asked.
  /// - Returns: The table.
  func table(hasQuestions: Bool) -> Table {
    // Every amount says its own currency.
    var table = Table(
      Currency(code: ""),
      columns: [Column("scenario")] + (hasQuestions ? [Column("question")] : []) + [
        Column("best plan"), Column("against the baseline"), Column("95 of 100 markets between"),
        Column("better in"),
      ])
    for scenario in self {
      let question: Cell = scenario.question.map { .text($0) } ?? .empty
      let start: [Cell] = [.text(scenario.name)] + (hasQuestions ? [question] : [])
      switch scenario.outcome {
      case .answered(let short, _):
        table.append(
          start + [
            .text(short.advice), .text(short.gain),
            short.range.map { .text($0) } ?? .empty, short.betterIn,
          ])
      case .failed:
        table.append(start + [.text("failed"), .empty, .empty, .empty])
      }
    }
    return table
  }
}
