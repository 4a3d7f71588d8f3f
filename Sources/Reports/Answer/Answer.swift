import Market
import Planning
import Statistics
public import Takeaways

/// What a planner reads on a terminal: the answer in at most three sentences, one table, and more if asked.
public struct Answer: Sendable {
  /// What the planner wants to know, in their own words.
  public let question: String?
  /// What to do, how sure that is and what it depends on, what else to know: at most three.
  public let sentences: [String]
  /// How precisely that was computed: nothing of it is about how the market may turn out.
  public let computation: String
  private let why: String?
  /// What of it comes after the horizon.
  private let afterwards: String?
  private let first: Section
  /// What was asked for by an option of its own.
  private let asked: [Section]
  private let more: [Section]

  struct Section {
    let title: String
    let table: Table
    var notes: [String] = []
  }

  public init(_ result: RunResult) {
    question = result.scenario.question
    let verdict = Verdict(result.standings)
    let sentences = [
      Headline(result).sentence(verdict), result.howSure(verdict), result.whatElse(verdict),
    ].compactMap(\.self)
    self.sentences = sentences
    computation = result.computation
    why = result.because(verdict).flatMap { sentences.contains($0) ? nil : $0 }
    afterwards = verdict.leader.flatMap(result.afterTheHorizon)
    first = Section(
      title: result.comparedPlansTitle, table: result.comparedPlans,
      notes: result.comparedPlansNotes(leader: verdict.leader))
    asked = result.channelValues == nil ? [] : [result.channelCosts]
    more =
      result.details(leader: verdict.leader)
      + (result.assumptions.isEmpty
        ? []
        : [
          Section(
            title: "What is not known: each lies in its range nine times of ten",
            table: result.assumptionsTable)
        ])
  }

  var tables: [Table] { ([first] + asked + more).map(\.table) }

  /// The answer as text, ending in a line break.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal.
  ///   - style: How titles are set off.
  ///   - showsMore: Whether everything is shown and not only the first screen.
  ///   - closing: What follows, such as where the files are.
  /// - Returns: Lines of at most so many columns.
  public func text(
    width: Int = 100, style: Style = .plain, showsMore: Bool = false, closing: [String] = []
  ) -> String {
    var lines = question.asLines(of: width)
    lines += sentences.prefix(1).flatMap { $0.wrapped(to: width) }.map(style.strong)
    lines += sentences.dropFirst().flatMap { $0.wrapped(to: width) }
    for section in [first] + asked { lines += text(section, width, style) }
    if showsMore {
      for words in [why, afterwards].compactMap(\.self) { lines += [""] + words.wrapped(to: width) }
      for section in more { lines += text(section, width, style) }
      lines += [""] + computation.wrapped(to: width).map(style.faint)
    }
    if !closing.isEmpty { lines += [""] + closing.flatMap { $0.wrapped(to: width) } }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ section: Section, _ width: Int, _ style: Style) -> [String] {
    let title = section.title.wrapped(to: width).map(style.strong)
    let notes = section.notes.flatMap { $0.wrapped(to: width) }.map(style.faint)
    return [""] + title + section.table.text(width: width) + notes
  }
}

extension String? {
  /// A planner's question as lines above the answer, which may be written without spaces.
  func asLines(of width: Int) -> [String] {
    (self?.wrapped(to: width) ?? []).flatMap { $0.folded(to: width, atMost: .max) }
  }
}

extension Headline {
  init(_ result: RunResult) {
    let aim = result.scenario.objective.measure
    let level = result.printed(aim, plan: 0).estimate
    self.init(
      objective: result.scenario.objective, currency: result.currency,
      baseline: result.scenario.plans.first?.name ?? "",
      level: level ?? Estimate(value: 0, precision: nil, prediction: nil),
      parts: result.scenario.objective == .profit
        ? ProfitParts(
          within: result.statement.total([.contribution], plan: 0),
          afterwards: result.statement.total([.afterwards], plan: 0)) : nil,
      countsAfter: result.scenario.countsAfter,
      days: result.scenario.horizon, rivals: result.scenario.plans.count - 1,
      played: result.playedUnits)
  }
}
