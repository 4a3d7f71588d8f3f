import Analyses
import Experiments
import Statistics
public import Takeaways

/// A planned experiment as a planner reads it: the answer in one sentence, then what it rests on.
public struct PowerAnswer: Sendable {
  private let result: PowerResult

  public init(_ result: PowerResult) { self.result = result }

  /// The first is the answer.
  public var sentences: [String] {
    [answer, meaning, doubt, arms, clusters, pilot].compactMap(\.self)
  }

  /// The answer as text, ending in a line break.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal.
  ///   - style: How the first sentence and titles are set off.
  ///   - closing: What follows, such as where the files are.
  /// - Returns: Lines of at most so many columns.
  public func text(width: Int = 100, style: Style = .plain, closing: [String] = []) -> String {
    var lines = sentences.prefix(1).flatMap { $0.wrapped(to: width) }.map(style.strong)
    lines += sentences.dropFirst().joined(separator: " ").wrapped(to: width)
    lines += [""] + result.assumptionsTable.text(width: width)
    lines += ["", style.strong("Other sizes")] + result.sizesTable.text(width: width)
    if !closing.isEmpty { lines += [""] + closing.flatMap { $0.wrapped(to: width) } }
    return lines.joined(separator: "\n") + "\n"
  }

  private var answer: String {
    let effect = result.effectWords
    let time = result.days.map { ", \(Self.plural($0, "day")) at your traffic" } ?? ""
    guard result.analysis.goal == .difference else { return marginAnswer(effect, time) }
    return switch result.unknown {
    case .units: "To see \(effect) you need \(people)\(time)."
    case .effect: "With \(people) you can see \(effect) or more\(time)."
    case .power:
      "With \(people) you see \(effect) with a chance of \(Readable.share(result.power))\(time)."
    }
  }

  private func marginAnswer(_ shown: String, _ time: String) -> String {
    switch result.unknown {
    case .units: "To show \(shown), where both are alike, you need \(people)\(time)."
    case .effect: "With \(people) you can show \(shown), where both are alike\(time)."
    case .power:
      "With \(people) you show \(shown), where both are alike, with a chance of"
        + " \(Readable.share(result.power))\(time)."
    }
  }

  private var people: String {
    let groups = result.groups
    guard !groups.isEven else { return "\(Readable.count(groups.control)) people per arm" }
    let others = groups.arms > 2 ? "each other arm" : "the other arm"
    return "\(Readable.count(groups.control)) people in the control and"
      + " \(Readable.count(groups.other)) in \(others)"
  }

  private var meaning: String {
    let alpha = PowerResult.percent(result.analysis.alpha)
    let looks = result.analysis.looks.map { ", its \($0.count) looks taken together" } ?? ""
    guard result.analysis.goal == .difference else {
      let shown =
        result.unknown == .power
        ? "" : "\(PowerResult.percent(result.power)) of such experiments show it. "
      if result.power == 0 { return "So few people can't show it, whatever they do." }
      let each = PowerResult.percent(
        result.analysis.alpha / Double(result.analysis.allocation.comparisons))
      return
        "\(shown)Where an arm is off by the whole margin, at most \(each) show it all the same."
    }
    let found =
      result.unknown == .power
      ? ""
      : "\(PowerResult.percent(result.power)) of such experiments find an effect of that size. "
    return "\(found)Where there is no effect, \(alpha) find one all the same\(looks)."
  }

  /// How far what the scenario leaves open carries the power.
  private var doubt: String? {
    guard let doubt = result.doubt else { return nil }
    let level: (Double) -> String
    if case .rate = result.analysis.baseline {
      level = { PowerResult.percent($0) }
    } else {
      level = { Decimals.significant($0, 3) + result.source.unit }
    }
    let chances = [doubt.power.low, doubt.power.high].map { Readable.share($0, decimals: 0) }
    let chance =
      chances[0] == chances[1]
      ? ", which hardly moves the chance"
      : ", and the chance between \(chances[0]) and \(chances[1])"
    return
      "The chance is an average over what you don't know: nine of ten draws of the assumptions put"
      + " today's level between \(level(doubt.level.low)) and \(level(doubt.level.high))\(chance)."
  }

  private var arms: String? {
    let allocation = result.analysis.allocation
    guard allocation.comparisons > 1 else { return nil }
    let rule =
      result.analysis.goal == .difference
      ? "with Dunnett's critical value for all of them together"
      : "each at its part of \(PowerResult.percent(result.analysis.alpha)), as Holm's first step has it"
    return "That is for each of \(allocation.comparisons) arms against the control, \(rule)."
  }

  private var clusters: String? {
    result.groups.controlClusters.map {
      "They come in \(Readable.count($0)) clusters in the control, each in one arm as a whole."
    }
  }

  private var pilot: String? {
    switch result.source {
    case .given: return nil
    case .pilot(let file, let metric, let pilot, let counts):
      var words =
        "The figures of “\(metric)” are those of \(Self.plural(pilot.units, "row")) of \(file)"
      if pilot.missing > 0 { words += "; \(Self.plural(pilot.missing, "row")) without a value" }
      for dropped in counts.dropped {
        words += "; \(Self.plural(dropped.count, "row")) with \(dropped.reason.rawValue)"
      }
      words += pilot.missing > 0 || !counts.dropped.isEmpty ? " left out." : "."
      if !pilot.droppedCovariates.isEmpty {
        words +=
          " Covariates that add nothing were left out:"
          + " \(pilot.droppedCovariates.joined(separator: ", "))."
      }
      return ([words] + counts.notes).joined(separator: " ")
    case .scenario(let name, let metric, let days, let people, _):
      return "The figures are the \(metric) of everybody within \(Self.plural(days, "day")) in the"
        + " market “\(name)” under its first plan, \(Readable.count(people)) people simulated."
    }
  }

  private static func plural(_ count: Int, _ word: String) -> String {
    "\(Readable.count(count)) \(word)\(count == 1 ? "" : "s")"
  }
}
