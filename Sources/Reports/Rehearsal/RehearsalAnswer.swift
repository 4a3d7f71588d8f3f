import Market
public import Planning
import Statistics
public import Takeaways

/// What a planner reads about an experiment that was rehearsed: the answer in sentences, then tables.
public struct RehearsalAnswer: Sendable {
  /// The first is whether the test would choose the right plan.
  public let sentences: [String]
  /// How it was found out.
  public let computation: String
  private let result: RehearsalResult

  public init(_ result: RehearsalResult) {
    self.result = result
    let remarks =
      [result.enrolmentRemark, result.lossRemark, result.runningCostsRemark] + result.powerRemarks
      + [result.interferenceRemark, result.disagreementRemark, result.peekingRemark]
    sentences =
      [result.headline] + (result.enrolled.value > 0 ? remarks.compactMap(\.self) : [])
    computation = result.computation
  }

  /// The answer as text of lines of at most so many columns, ending in a line break.
  public func text(width: Int = 100, style: Style = .plain, closing: [String] = []) -> String {
    let design = result.design
    let sections = [
      ("Plans with everybody in them, and how often the test chooses them", result.armsTable),
      (
        "Effects a person: the truth, and how interference and sampling move the test's estimate",
        result.estimatesTable
      ),
      (
        "Looking \(design.looks.count) time\(design.looks.count == 1 ? "" : "s") in"
          + " \(Readable.counted(design.days, "day")) at \(design.metric.rawValue)",
        result.rulesTable
      ),
    ]
    var lines = design.scenario.question.asLines(of: width)
    lines += sentences.prefix(1).flatMap { $0.wrapped(to: width) }.map(style.strong)
    lines += sentences.dropFirst().joined(separator: " ").wrapped(to: width)
    lines += [""] + computation.wrapped(to: width).map(style.faint)
    for (title, table) in sections {
      lines += ["", style.strong(title.elided(to: width))]
      lines += table.text(width: width)
    }
    if !closing.isEmpty { lines += [""] + closing.flatMap { $0.wrapped(to: width) } }
    return lines.joined(separator: "\n") + "\n"
  }
}
