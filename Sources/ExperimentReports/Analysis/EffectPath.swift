import Analyses
import Charts
import Documents
import Experiments
import Statistics
import Takeaways

extension AnalysisResult {
  /// By metric, its effects as they were known day by day, with their intervals; none where days were not given.
  var paths: [(metric: String, chart: Lines)] {
    plan.metrics.compactMap { metric in
      let own = days.filter { $0.metric == metric.name }
      let names = own.map(\.day).distinct
      guard names.count > 1 else { return nil }
      let scale = metric.isProportion ? 100.0 : 1
      let lines = arms.dropFirst().enumerated().compactMap { place, arm -> Lines.Line? in
        let seen = own.filter { $0.arm == arm.name }.compactMap { effect in
          names.firstIndex(of: effect.day).map { (day: Double($0 + 1), effect: effect) }
        }
        guard !seen.isEmpty else { return nil }
        return Lines.Line(
          name: arm.name.printable,
          points: seen.map { ($0.day, $0.effect.effect.estimate * scale) },
          band: seen.filter { $0.effect.interval.low.isFinite && $0.effect.interval.high.isFinite }
            .map {
              ($0.day, $0.effect.interval.low * scale, $0.effect.interval.high * scale)
            }, style: place == 0 ? .main : .second)
      }
      guard !lines.isEmpty else { return nil }
      let last = names.last ?? ""
      let unit = metric.isProportion ? ", percentage points" : ""
      let chart = Lines(
        title: "Effect on \(metric.name.printable) as it was known day by day",
        sentence:
          "From \(names[0].printable) to \(last.printable); each day counts all units seen until then.",
        lines: lines, across: "day (\(names[0].printable) is 1)",
        up: "\(metric.name.printable)\(unit), arm less \(quoted(control))")
      return (metric.name, chart)
    }
  }

  /// By metric and arm, its effects in each segment; none where segments were not given.
  var segmentForests: [(title: String, chart: Forest)] {
    plan.metrics.flatMap { metric in
      arms.dropFirst().compactMap { arm -> (title: String, chart: Forest)? in
        let own = segments.filter { $0.metric == metric.name && $0.arm == arm.name }
        let scale = metric.isProportion ? 100.0 : 1
        let rows = own.compactMap { segment -> Forest.Row? in
          guard let effect = segment.effect, let interval = segment.interval else { return nil }
          func words(_ value: Double) -> String { Short.number(value * scale, isSigned: true) }
          return Forest.Row(
            name: segment.segment.printable, estimate: effect.estimate * scale,
            interval: Interval(low: interval.low * scale, high: interval.high * scale),
            label:
              "\(words(effect.estimate)) (\(words(interval.low)) to \(words(interval.high)))",
            decision: Readable.counted(segment.units, "unit"))
        }
        guard rows.count > 1 else { return nil }
        let title =
          "\(metric.name.printable) by segment: \(quoted(arm.name)) less \(quoted(control))"
        return (
          title,
          Forest(
            title: title,
            sentence: rows.map { "\(quoted($0.name)): \($0.label)" }.joined(separator: "; ") + ".",
            rows: rows,
            axis: "\(metric.name.printable)\(metric.isProportion ? ", percentage points" : "");"
              + " lines are not corrected for looking at many segments")
        )
      }
    }
  }

  /// Units in each arm beside those the split asks for.
  var splitPairs: Pairs {
    let noun = split.countsClusters ? "cluster" : "unit"
    let notes = split.arms.map { arm in
      [
        Readable.counted(arm.units, noun),
        "by the split \(Readable.number(arm.expected, decimals: 0))",
      ]
    }
    return Pairs(
      title: "\(noun.withCapital)s by arm, and as the split asks for",
      sentence: zip(split.arms, notes).map {
        "\(quoted($0.name)): \($1.joined(separator: ", "))"
      }.joined(separator: "; ") + ".",
      firstName: "\(noun)s", secondName: "by the split",
      rows: zip(split.arms, notes).map {
        Pairs.Row(
          name: $0.name.printable, first: Double($0.units), second: $0.expected, notes: $1)
      }, axis: "\(noun)s")
  }
}
