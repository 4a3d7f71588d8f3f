import Market
import Planning
import Statistics

/// What a planner reads on a terminal: the answer in one sentence, then what it rests on.
public struct Answer: Sendable {
  /// How the market may turn out: the first sentence is the answer.
  public let sentences: [String]
  /// How precisely that was computed.
  public let computation: String
  private let sections: [Section]

  private struct Section {
    let title: String
    let table: Table
  }

  public init(_ result: RunResult) {
    let verdict = Verdict(result.standings)
    let headline = Headline(result)
    var sentences = [headline.sentence(verdict)]
    if result.scenario.objective == .profit, let leader = verdict.leader {
      sentences += [Because(currency: result.currency).sentence(leader.reasons)]
        .compactMap(\.self)
    }
    sentences += [
      result.profitRemark(verdict), result.chanceBestRemark(verdict),
      result.guardrailRemark(verdict),
    ].compactMap(\.self)
    self.sentences = sentences
    computation = result.computation

    let days = result.scenario.horizon
    var sections = [
      Section(
        title: "Plans by \(result.scenario.objective.measure.title) in \(days) days; from … to: in"
          + " 95 of 100 markets", table: result.rankingTable),
      Section(title: "What profit is made of", table: result.profitTable),
      Section(
        title: "What customers cost, and what they bring", table: result.customersTable),
    ]
    if let leader = verdict.leader,
      let plan = result.ranked.first(where: { $0.plan.name == leader.plan }),
      let difference = plan.difference
    {
      sections.append(
        Section(
          title: "Who bought in the campaign of \(quoted(leader.plan)), against the baseline",
          table: result.flipsTable(difference)))
    }
    self.sections = sections
  }

  /// The answer as text, ending in a line break.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal.
  ///   - style: How titles are set off.
  ///   - closing: What follows, such as where the files are.
  /// - Returns: Lines of at most so many columns.
  public func text(width: Int = 100, style: Style = .plain, closing: [String] = []) -> String {
    var lines = sentences.prefix(1).flatMap { $0.wrapped(to: width) }.map(style.strong)
    lines += sentences.dropFirst().joined(separator: " ").wrapped(to: width)
    lines += [""] + computation.wrapped(to: width).map(style.faint)
    for section in sections {
      lines += ["", style.strong(section.title.elided(to: width))]
      lines += section.table.text(width: width)
    }
    if !closing.isEmpty { lines += [""] + closing.flatMap { $0.wrapped(to: width) } }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Headline {
  init(_ result: RunResult) {
    let baseline = result.comparison.plans.first
    let aim = result.scenario.objective.measure
    self.init(
      objective: result.scenario.objective, currency: result.currency,
      baseline: baseline?.plan.name ?? "",
      level: baseline?[aim.key].estimate ?? Estimate(value: 0, precision: nil, spread: nil),
      days: result.scenario.horizon, replications: result.comparison.summary.replications)
  }
}
