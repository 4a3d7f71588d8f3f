public import Analyses
import Experiments
import Documents
import Statistics
public import Takeaways

/// What a planner reads of an analysed experiment: a sentence for each decision, then what it rests on.
public struct AnalysisAnswer: Sendable {
  private let result: AnalysisResult

  public init(_ result: AnalysisResult) { self.result = result }

  /// One for each decision, the split first where it is broken.
  public var sentences: [String] {
    let counts = result.counts
    let loss = counts.loss.notice(counts.reasons, counts.lost.differences).map { [$0] } ?? []
    return loss + (result.split.isBroken ? [brokenSplit] : result.decisions.map(sentence))
  }

  /// The answer as text, ending in a line break.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal.
  ///   - style: How sentences and titles are set off.
  ///   - closing: What follows, such as where the files are.
  /// - Returns: Lines of at most so many columns.
  public func text(width: Int = 100, style: Style = .plain, closing: [String] = []) -> String {
    var lines = sentences.flatMap { $0.wrapped(to: width).map(style.strong) }
    let tables = AnalysisTables(result)
    var sections: [(title: String, table: Table)] = [("Effects", tables.effectsShown)]
    sections.append(("Chances", tables.chancesShown))
    sections.append(("Permutation tests", tables.permutationsShown))
    if !result.segments.isEmpty { sections.append(("By segment", tables.segmentsShown)) }
    for section in sections where !section.table.rows.isEmpty {
      lines += ["", style.strong(section.title)]
      lines += section.table.text(width: width)
    }
    lines += ["", style.strong("Arms")] + tables.arms.text(width: width)
    lines += ["", style.strong("How")] + how.flatMap { indented($0, width) }
    if !remarks.isEmpty {
      lines += ["", style.strong("Mind")] + remarks.flatMap { indented($0, width) }
    }
    lines += ["", style.strong("Rows")] + rows.flatMap { indented($0, width) }
    if !closing.isEmpty { lines += [""] + closing.flatMap { $0.wrapped(to: width) } }
    return lines.joined(separator: "\n") + "\n"
  }

  private func indented(_ text: String, _ width: Int) -> [String] {
    text.wrapped(to: width - 4).enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
  }

  /// What the answer rests on, and what to know before relying on it.
  var basis: [String] { how + remarks + rows.map { $0 + "." } }

  /// How the figures were computed.
  private var how: [String] {
    let methods = result.effects.map(\.method).distinct
    var lines = methods.isEmpty ? [] : ["Method: \(methods.joined(separator: "; "))."]
    if let switchback = result.switchback { lines.append(switchback.sentence) }
    lines.append("Correction: \(result.correction.words).")
    if let margin = result.decisions.lazy.compactMap(\.test).first(where: { $0.comparisons > 1 }) {
      let rule =
        result.plan.correction == .dunnett
        ? "by Holm's steps for each margin's" : "as above, for all"
      lines.append(
        "Margins: p-values \(rule) \(margin.comparisons) tests together; their intervals are each for itself."
      )
    }
    lines += result.resamplingWords
    if let rampUp = result.split.rampUp {
      lines.append(
        "A ramp-up: before \(rampUp.planned) arms other than the control had"
          + " \(Readable.share(rampUp.share)) of the units, since then what was planned,"
          + " \(Readable.pPhrase(rampUp.pValue)). Effects are within days: of units of one day.")
    } else if !result.split.isBroken, let pValue = result.split.pValue {
      let counted = result.split.countsClusters ? " (by cluster)" : ""
      lines.append(
        pValue < 0.01
          ? "The split\(counted) is unusual, \(Readable.pPhrase(pValue)): luck alone makes one so uneven once in"
            + " \(Readable.number(1 / pValue, decimals: 0)) experiments. Look for a cause."
          : "Split as planned\(counted): \(Readable.pPhrase(pValue)).")
    }
    if let reason = result.split.reason { lines.append("The split is not tested: \(reason).") }
    for cap in result.caps {
      let quantile = result.plan.winsorize.map { "\($0)" } ?? ""
      lines.append(
        "Values of \(cap.column) above \(Decimals.significant(cap.cap, 4)), the quantile \(quantile)"
          + " of all arms together, count as that: \(Readable.count(cap.changed)) units.")
    }
    if !result.segments.isEmpty {
      if !result.segmentMethods.isEmpty { lines.append(result.segmentMethods) }
      lines.append("P-values of segments are adjusted by Benjamini and Hochberg.")
    }
    for trend in result.novelty {
      guard let slope = trend.slope, slope.pValue() < 0.05 else { continue }
      let way =
        (slope.estimate > 0) == (effect(trend.metric, trend.arm) > 0) ? "grows" : "wears off"
      lines.append(
        "\(trend.metric), \(quoted(trend.arm)): the effect \(way) from day to day,"
          + " \(Readable.pPhrase(slope.pValue())).")
    }
    lines += result.jointWords + result.segmentTests.map(\.sentence)
    lines += result.clustering.map(\.sentence) + result.interference.map(\.sentence)
    return lines + (result.effects.isEmpty ? [] : [result.chanceWords])
  }

  private func effect(_ metric: String, _ arm: String) -> Double {
    result.effects.first { $0.metric == metric && $0.arm == arm }?.effect.estimate ?? 0
  }

  /// What to know before relying on it.
  private var remarks: [String] {
    let relative = result.effects.compactMap { effect -> String? in
      let part = RelativePart(effect.relative)
      return part.note.map { "\(effect.metric), \(quoted(effect.arm)), relative effect: \($0)." }
    }
    return result.cautions.map { "\($0.words)." } + relative
  }

  /// What became of the rows.
  private var rows: [String] {
    let counts = result.counts
    let dropped = counts.dropped.map { dropped in
      let examples = dropped.examples.map(\.description).joined(separator: "; ")
      let more = dropped.count > dropped.examples.count ? "; …" : ""
      return "\(Readable.count(dropped.count)) with \(dropped.reason.rawValue): \(examples)\(more)"
    }
    let count = counts.read - counts.used
    return [
      "\(Readable.count(counts.read)) read, \(Readable.count(counts.used)) used,"
        + " \(Readable.count(count)) set aside"
    ] + dropped + counts.notes
  }

  private var brokenSplit: String {
    let arms = result.split.arms.map { arm in
      "\(quoted(arm.name)) \(Readable.count(arm.units)) instead of"
        + " \(Readable.number(arm.expected, decimals: 0))"
    }
    let pValue = result.split.pValue.map { Readable.pPhrase($0) } ?? ""
    let counted = result.split.countsClusters ? "Clusters" : "Units"
    return "The split is broken: stop. \(counted): \(arms.joined(separator: ", ")) (\(pValue))."
      + " Until the cause is found no effect below can be trusted."
  }

  private func sentence(_ decision: Decision) -> String {
    let metric = decision.metric.printable
    let arm = quoted(decision.arm)
    if decision.verdict == .notEstimable {
      return "\(metric): nothing can be said of \(arm): \(decision.reason ?? "")."
    }
    guard
      let effect = result.effects.first(where: {
        $0.metric == decision.metric && $0.arm == decision.arm
      })
    else { return "" }
    let words = EffectWords(effect, result.plan, control: result.control)
    switch decision.verdict {
    case .higher, .lower: return words.sure
    case .unclear: return words.unclear
    case .tooEarly: return words.tooEarly
    case .notWorse, .notWorseNotShown, .equivalent, .equivalenceNotShown:
      return decision.test.map(words.tested) ?? ""
    case .notEstimable: return ""
    }
  }
}
