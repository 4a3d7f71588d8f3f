import Documents
import Market
import Planning
import Statistics
public import Takeaways

extension SweepReport {
  /// What to do, how flat it is, where it turns, and what the last step brings; of what nobody chooses, where it turns.
  public var sentences: [String] {
    (result.role.isChosen ? [headline, flatness, turn, step] : [turning, origin]).compactMap(\.self)
  }

  /// The best point against the baseline.
  private var headline: String? {
    guard var best = run.standing(result.best + 1) else { return nil }
    best.subject = zip(grid.levers, grid.points[result.best].settings)
      .map { "\($1.text) (\($0.name))" }.joined(separator: " with ")
    var headline = Headline(run)
    headline.rivals = 1
    return headline.sentence(Verdict([best]))
  }

  /// Over which values the surface is as good as flat, and whether to look further.
  private var flatness: String? {
    let others = result.flat.filter { $0 != result.best }
    let words =
      others.isEmpty
      ? "Every other value tried is worse than \(name(result.best))\(beyond)." : asGood(others)
    return [coarse, words].compactMap(\.self).joined(separator: " ")
  }

  private func asGood(_ others: [Int]) -> String {
    let worst = others.map { result.losses[$0].mean }.max() ?? 0
    let precision = result.isCoarse ? nil : result.precision
    let reason =
      precision.map {
        "it falls short of the best by at most \(Rounding([worst], aim.unit, currency).full(worst)),"
          + " within the precision of \(Rounding([$0], aim.unit, currency).full($0))"
      } ?? "\(run.playedUnits) do not tell them apart"
    guard grid.levers.count == 1, let first = result.flat.first, let last = result.flat.last else {
      let verb = others.count == 1 ? "is" : "are"
      return "\(Readable.counted(others.count, "other point")) of \(grid.points.count) \(verb) as"
        + " good: \(reason)\(beyond)."
    }
    return "Anything from \(name(first)) to \(name(last)) is as good: \(reason)\(beyond)."
  }

  /// Said where values within the precision lie on both sides of the baseline.
  private var coarse: String? {
    guard result.isCoarse, let precision = result.precision else { return nil }
    return
      "The precision asked for, \(Rounding([precision], aim.unit, currency).full(precision)), is"
      + " coarser than the effect: it holds values that are better than \(quoted(baseline)) and"
      + " values that are worse."
  }

  /// Said where the best value is the last that was tried, or the last there is.
  private var beyond: String {
    var tried: [String] = []
    var limits: [String] = []
    for (lever, place) in grid.points[result.best].places.enumerated() {
      let settings = grid.settings[lever]
      guard place == 0 || place == settings.count - 1 else { continue }
      let isLow = place == 0
      guard isLow ? grid.isLimit[lever].low : grid.isLimit[lever].high else {
        tried.append(grid.levers[lever].name)
        continue
      }
      limits.append("\(settings[place].text) is the \(isLow ? "least" : "most") it can be")
    }
    let which = grid.levers.count == 1 ? "" : " of \(tried.joined(separator: " and "))"
    let look =
      tried.isEmpty ? [] : ["the best value\(which) is an end of what was tried: look beyond it"]
    return (limits + look).map { "; \($0)" }.joined()
  }

  /// From where on it loses against the baseline.
  private var turn: String? {
    guard grid.levers.count == 1, stretches.count > 1 else { return nil }
    let words = stretches.map { "\(place($0)) it \(verb($0))" }
    return "Against \(quoted(baseline)), on average: \(words.joined(separator: "; "))."
  }

  var gains: String { run.scenario.objective.most }

  var loses: String { run.scenario.objective.least }

  /// What the last money up to the best value brings, and the next beyond it.
  private var step: String? {
    guard result.role == .spending else { return nil }
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
    let isBaseline = grid.levers[0].plan == baseline
    return "\(aim.title.withCapital) of \(quoted(grid.levers[0].plan)) against"
      + (isBaseline ? " what it is as written, by" : " \(quoted(baseline)), by")
      + " \(levers)\(unit)"
  }

  var notes: [String] {
    let unknown =
      result.sweep.draws == nil
      ? "the scenario's figures are taken as exact"
      : "what is not known is drawn alike for all values"
    return [
      "From … to: 95 of 100 markets; \(run.playedUnits), the same for every value, and \(unknown)."
    ]
      + (assumedPoints == nil
        ? [] : ["Assumed: within the range that the scenario takes for \(quoted(levers))."])
  }
}
