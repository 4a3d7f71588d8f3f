import Takeaways

/// The answers of several scenarios as a page of Markdown: each with its question, plans, answer and reason.
///
/// Nothing of it hangs on when, where or on how many threads they were played.
public struct AnswersPage: Sendable {
  private let scenarios: [AnsweredScenario]
  private let options: [String]
  private let link: @Sendable (String) -> String

  /// - Parameters:
  ///   - scenarios: What they are answered.
  ///   - options: What was said on the command line that changes figures, such as `--seed`, `5`.
  ///   - link: A scenario's file as it is named from where the page lies.
  public init(
    _ scenarios: [AnsweredScenario], options: [String], link: @escaping @Sendable (String) -> String
  ) {
    (self.scenarios, self.options, self.link) = (scenarios, options, link)
  }

  /// The page, ending in a line break.
  public var text: String {
    let played =
      options.isEmpty
      ? "as they are" : "with \(options.joined(separator: " ").asMarkdown)"
    let origin =
      "*Written by* `flywheel run` *from the scenarios, played \(played): change those, not this page.*"
    return
      (["# Answers", origin, scenarios.table(hasQuestions: true).markdown]
      + scenarios.flatMap(section))
      .joined(separator: "\n\n") + "\n"
  }

  /// Paragraphs under the scenario's name.
  private func section(_ scenario: AnsweredScenario) -> [String] {
    let names = scenario.plans.map(\.asMarkdown)
    let plans = zip(names, names.indices).map { $1 == 0 ? "\($0) (the baseline)" : $0 }
    let file = link(scenario.file)
    let head = [
      "## \(scenario.name.asMarkdown)",
      scenario.question.map { "**\($0.asMarkdown)**" },
      "Plans of [\(file.asMarkdown)](<\(target(file))>): \(plans.joined(separator: "; ")).",
    ].compactMap(\.self)
    switch scenario.outcome {
    case .answered(let short, let sentences):
      let why = short.why.map { sentences.contains($0) ? [] : [$0.asMarkdown] } ?? []
      return head + [sentences.joined(separator: " ").asMarkdown] + why
    case .failed(let reason):
      return head + ["Not answered: \(reason.asMarkdown)"]
    }
  }

  /// What stands within angle brackets.
  private func target(_ file: String) -> String {
    file.replacing("\\", with: "\\\\").replacing("<", with: "\\<").replacing(">", with: "\\>")
  }
}
