import Documents
import Market
import Planning
import Statistics
public import Takeaways

extension SweepReport {
  /// What to do, how flat it is, where it turns, and what the last step brings.
  public var sentences: [String] {
    [headline, flatness, turn, step].compactMap(\.self)
  }

  /// The best point against the baseline.
  private var headline: String? {
    guard var best = run.standing(result.best + 1) else { return nil }
    best.plan = grid.levers[0].plan
    best.note = zip(grid.levers, grid.points[result.best].settings)
      .map { "\($0.name) \($1.text)" }.joined(separator: ", ")
    var headline = Headline(run)
    headline.rivals = 1
    return headline.sentence(Verdict([best]))
  }

  /// Over which values the surface is as good as flat, and whether to look further.
  private var flatness: String? {
    let others = result.flat.filter { $0 != result.best }
    guard !others.isEmpty else {
      return "Every other value tried is worse than \(name(result.best))\(beyond)."
    }
    let worst = others.map { result.losses[$0].mean }.max() ?? 0
    let rounding = Rounding([worst], aim.unit, currency)
    let reason =
      result.precision.map {
        "it falls short of the best by at most \(rounding.full(worst)), within the precision of"
          + " \(Rounding([$0], aim.unit, currency).full($0))"
      } ?? "\(run.playedUnits) do not tell them apart"
    guard grid.levers.count == 1, let first = result.flat.first, let last = result.flat.last else {
      return "\(Readable.counted(others.count, "other point")) of \(grid.points.count) are as good:"
        + " \(reason)\(beyond)."
    }
    return "Anything from \(name(first)) to \(name(last)) is as good: \(reason)\(beyond)."
  }

  /// Said where the best value is the last that was tried.
  private var beyond: String {
    let ends = zip(grid.points[result.best].places, grid.settings).enumerated().compactMap {
      index, pair in
      pair.0 == 0 || pair.0 == pair.1.count - 1 ? grid.levers[index].name : nil
    }
    guard !ends.isEmpty else { return "" }
    let which = grid.levers.count == 1 ? "" : " of \(ends.joined(separator: " and "))"
    return "; the best value\(which) is an end of what was tried: look beyond it"
  }

  /// From where on it loses against the baseline.
  private var turn: String? {
    let words = result.turns.map { turn in
      turn.better < turn.worse
        ? "from \(name(turn.worse)) on it \(loses); up to \(name(turn.better)) it \(gains)"
        : "up to \(name(turn.worse)) it \(loses); from \(name(turn.better)) on it \(gains)"
    }
    guard !words.isEmpty else { return nil }
    return "Against \(quoted(baseline)): \(words.joined(separator: "; "))."
  }

  private var gains: String { run.scenario.objective.most }

  private var loses: String {
    "\(run.scenario.objective.verb) \(run.scenario.objective.less)"
  }

  /// What the last money up to the best value brings, and the next beyond it.
  private var step: String? {
    guard grid.levers.count == 1 else { return nil }
    func words(_ to: Int) -> String? {
      guard result.marginalReturns.indices.contains(to - 1) else { return nil }
      switch result.marginalReturns[to - 1].reading {
      case .between(let estimate):
        let change = Readable.number(estimate.value.magnitude, decimals: 2)
        return "from \(name(to - 1)) to \(name(to)) each further \(currency.code) spent brings"
          + " \(change) \(estimate.value < 0 ? "less" : "more") profit"
      case .saves: return "from \(name(to - 1)) to \(name(to)) it spends less and earns no less"
      case .atLeast, .open, .none: return nil
      }
    }
    let parts = [words(result.best), words(result.best + 1)].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: "; ").withCapital + "."
  }

  /// The answer as text, ending in a line break.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal.
  ///   - style: How titles are set off.
  ///   - closing: What follows, such as where the files are.
  /// - Returns: Lines of at most so many columns.
  public func text(
    width: Int = 100, style: Style = .plain, closing: [String] = []
  ) -> String {
    var lines = run.scenario.question.asLines(of: width)
    lines += sentences.prefix(1).flatMap { $0.wrapped(to: width) }.map(style.strong)
    lines += sentences.dropFirst().flatMap { $0.wrapped(to: width) }
    lines += [""] + title.wrapped(to: width).map(style.strong)
    lines += picture.text(width: width)
    if grid.levers.count == 1 { lines += [""] + shownTable.text(width: width) }
    lines += notes.flatMap { $0.wrapped(to: width) }.map(style.faint)
    if !closing.isEmpty { lines += [""] + closing.flatMap { $0.wrapped(to: width) } }
    return lines.joined(separator: "\n") + "\n"
  }

  private var title: String {
    let unit = aim.unit == .money ? ", in \(currency.code)" : ""
    return "\(aim.title.withCapital) of \(quoted(grid.levers[0].plan)) against"
      + " \(quoted(baseline)), by \(levers)\(unit)"
  }

  var notes: [String] {
    let unknown =
      result.sweep.draws == nil
      ? "the scenario's figures are taken as exact"
      : "what is not known is drawn alike for all values"
    return [
      "From … to: 95 of 100 markets; \(run.playedUnits), the same for every value, and \(unknown)."
    ]
  }
}
