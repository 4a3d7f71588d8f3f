import Analyses
import Experiments
import Documents
import Statistics
import Takeaways

/// Whether segments differ, in a document.
struct SegmentTestPart: Encodable {
  struct Interaction: Encodable {
    let statistic: Double
    let numeratorDegreesOfFreedom: Int
    let denominatorDegreesOfFreedom: Int
    let pValue: Double
  }

  let metric: String
  let arm: String
  let method: String?
  let pValue: Double?
  let interaction: Interaction?
  let reason: String?

  init(_ test: SegmentTest) {
    metric = test.metric
    arm = test.arm
    method = test.method
    pValue = test.pValue
    interaction = test.interaction.map {
      Interaction(
        statistic: $0.statistic, numeratorDegreesOfFreedom: $0.numeratorDegreesOfFreedom,
        denominatorDegreesOfFreedom: $0.denominatorDegreesOfFreedom, pValue: $0.pValue)
    }
    reason = test.reason
  }
}

/// An effect up to a day, in a document.
struct DayPart: Encodable {
  let day: String
  let metric: String
  let arm: String
  let method: String
  let units: Int
  let estimate: Double
  let standardError: Double
  let low: Double?
  let high: Double?
  let pValue: Double?

  init(_ day: DayEffect) {
    self.day = day.day
    metric = day.metric
    arm = day.arm
    method = day.method
    units = day.units
    estimate = day.effect.estimate
    standardError = day.effect.standardError
    low = finite(day.interval.low)
    high = finite(day.interval.high)
    pValue = finite(day.pValue)
  }
}

extension SegmentTest {
  /// What a planner reads of it.
  ///
  /// Such as `revenue, “B”: do segments differ in its effect? p = 0.31 (Cochran's Q), p = 0.28 (F test of the
  /// interaction).`
  var sentence: String {
    var words = reason ?? ""
    if let pValue, let method {
      words = "\(Readable.pPhrase(pValue)) (\(method))"
      if let interaction {
        words += ", \(Readable.pPhrase(interaction.pValue)) (F test of the interaction)"
      }
    }
    return "\(metric), \(quoted(arm)): do segments differ in its effect? \(words)."
  }
}

extension AnalysisResult {
  /// How the effects within segments were computed.
  var segmentMethods: String {
    let methods = segments.compactMap(\.method).distinct
    return methods.isEmpty ? "" : "Method of segments: \(methods.joined(separator: "; "))."
  }
}

extension AnalysisTables {
  /// A row for each metric and arm: whether segments differ in its effect.
  var segmentTests: Table {
    var table = Table(
      none,
      columns: [
        Column("metric"), Column("arm"), Column("p"), Column("method"), Column("interaction F"),
        Column("numerator df"), Column("denominator df"), Column("interaction p"),
        Column("not estimable"),
      ])
    for test in result.segmentTests {
      let interaction = test.interaction
      table.append([
        .text(test.metric), .text(test.arm), Self.pValue(test.pValue), .text(test.method ?? ""),
        Self.significant(interaction?.statistic),
        interaction.map { .count(Double($0.numeratorDegreesOfFreedom)) } ?? .empty,
        interaction.map { .count(Double($0.denominatorDegreesOfFreedom)) } ?? .empty,
        Self.pValue(interaction?.pValue), .text(test.reason ?? ""),
      ])
    }
    return table
  }
}
