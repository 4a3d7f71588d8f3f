public import Takeaways

/// The answers of several scenarios under each other, for a terminal.
public struct AnswersText: Sendable {
  private let scenarios: [AnsweredScenario]

  public init(_ scenarios: [AnsweredScenario]) { self.scenarios = scenarios }

  /// A table with the question and the reason below each row, ending in a line break.
  public func text(width: Int = 100, style: Style = .plain) -> String {
    let title = "The answers".wrapped(to: width).map(style.strong)
    let table = scenarios.table(hasQuestions: false)
    let lines = title + table.text(width: width, notes: scenarios.map(\.notes))
    return lines.joined(separator: "\n") + "\n"
  }
}
