import Analyses
import Documents
import Experiments
import Statistics
import Takeaways

/// The result of an analysis as tables, for the terminal and for files.
struct AnalysisTables {
  let result: AnalysisResult
  /// Nothing here is known to be money.
  let none = Currency(code: "")

  init(_ result: AnalysisResult) { self.result = result }

  /// A row for each metric and arm.
  var effects: Table {
    var table = Table(
      none,
      columns: [
        Column("metric"), Column("arm"), Column("control's value"), Column("arm's value"),
        Column("effect", isSigned: true), Column("standard error"), Column("low", isSigned: true),
        Column("high", isSigned: true), Column("relative", unit: "share"),
        Column("relative low", unit: "share"), Column("relative high", unit: "share"), Column("p"),
        Column("adjusted p"), Column("permutation p"), Column("prior standard deviation"),
        Column("chance to be higher", unit: "share"),
        Column("expected loss where more is better"),
        Column("expected loss with the control"), Column("relative method"), Column("method"),
      ])
    for effect in result.effects {
      let relative = RelativeCells(effect.relative)
      let digits = Digits(effect)
      table.append([
        .text(effect.metric), .text(effect.arm), digits.cell(effect.controlValue),
        digits.cell(effect.armValue), digits.cell(effect.effect.estimate),
        digits.cell(effect.effect.standardError), digits.cell(effect.interval.low),
        digits.cell(effect.interval.high), relative.estimate, relative.low, relative.high,
        .pValue(effect.pValue), .pValue(effect.adjustedPValue),
        Self.pValue(effect.permutationPValue), Self.significant(effect.prior?.standardDeviation),
        Self.pValue(effect.chances?.chanceToWin),
        Self.significant(effect.chances?.expectedLoss?.ofArm),
        Self.significant(effect.chances?.expectedLoss?.ofControl), .text(relative.method),
        .text(effect.method),
      ])
    }
    return table
  }

  /// The same with what fits on a terminal.
  var effectsShown: Table {
    var table = Table(
      none,
      columns: [
        Column("metric"), Column("arm"), Column("control's value"), Column("arm's value"),
        Column("effect", isSigned: true), Column("low", isSigned: true),
        Column("high", isSigned: true), Column("relative", unit: "share"), Column("p"),
        Column("adjusted p"),
      ])
    for effect in result.effects {
      let digits = Digits(effect)
      table.append([
        .text(effect.metric), .text(effect.arm), digits.cell(effect.controlValue),
        digits.cell(effect.armValue), digits.cell(effect.effect.estimate),
        digits.cell(effect.interval.low), digits.cell(effect.interval.high),
        RelativeCells(effect.relative).estimate, .pValue(effect.pValue),
        .pValue(effect.adjustedPValue),
      ])
    }
    return table
  }

  /// The segments with what fits on a terminal.
  var segmentsShown: Table {
    var table = Table(
      none,
      columns: [
        Column("segment"), Column("metric"), Column("arm"), Column("units"),
        Column("effect", isSigned: true), Column("low", isSigned: true),
        Column("high", isSigned: true), Column("p"), Column("adjusted p"),
      ])
    for row in result.segments {
      table.append([
        .text(row.segment), .text(row.metric), .text(row.arm), .count(Double(row.units)),
        Self.significant(row.effect?.estimate), Self.significant(row.interval?.low),
        Self.significant(row.interval?.high), Self.pValue(row.pValue),
        Self.pValue(row.adjustedPValue),
      ])
    }
    return table
  }

  /// A row for each arm and metric.
  var arms: Table {
    var table = Table(
      none,
      columns: [
        Column("arm"), Column("units"), Column("units expected"), Column("metric"),
        Column("units with a value"), Column("value"), Column("standard deviation"),
      ])
    for (arm, split) in zip(result.arms, result.split.arms) {
      for value in arm.values {
        table.append([
          .text(arm.name), .count(Double(arm.units)),
          split.expected.isFinite && !result.split.countsClusters
            ? .count(split.expected) : .empty, .text(value.metric),
          .count(Double(value.units)), Self.significant(value.value),
          Self.significant(value.standardDeviation),
        ])
      }
    }
    return table
  }

  /// A row for each metric, arm and segment.
  var segments: Table {
    var table = Table(
      none,
      columns: [
        Column("segment"), Column("metric"), Column("arm"), Column("units"),
        Column("effect", isSigned: true), Column("standard error"), Column("low", isSigned: true),
        Column("high", isSigned: true), Column("p"), Column("p adjusted by Benjamini–Hochberg"),
        Column("method"), Column("not estimable"),
      ])
    for row in result.segments {
      table.append([
        .text(row.segment), .text(row.metric), .text(row.arm), .count(Double(row.units)),
        Self.significant(row.effect?.estimate), Self.significant(row.effect?.standardError),
        Self.significant(row.interval?.low), Self.significant(row.interval?.high),
        Self.pValue(row.pValue), Self.pValue(row.adjustedPValue), .text(row.method ?? ""),
        .text(row.reason ?? ""),
      ])
    }
    return table
  }

  /// A row for each day, metric and arm, of all units up to that day.
  var days: Table {
    var table = Table(
      none,
      columns: [
        Column("day"), Column("metric"), Column("arm"), Column("units so far"), Column("effect"),
        Column("standard error"), Column("low"), Column("high"), Column("p"), Column("method"),
      ])
    for row in result.days {
      table.append([
        .text(row.day), .text(row.metric), .text(row.arm), .count(Double(row.units)),
        Self.significant(row.effect.estimate), Self.significant(row.effect.standardError),
        Self.significant(row.interval.low), Self.significant(row.interval.high),
        Self.pValue(row.pValue), .text(row.method),
      ])
    }
    return table
  }

  /// Effects that could not be computed, and why.
  var notEstimable: Table {
    var table = Table(
      none, columns: [Column("metric"), Column("arm"), Column("method"), Column("reason")])
    for row in result.notEstimable {
      table.append([.text(row.metric), .text(row.arm ?? ""), .text(row.method), .text(row.reason)])
    }
    return table
  }

  static func significant(_ value: Double?) -> Cell {
    guard let value, value.isFinite else { return .empty }
    return .exact(value, decimals: Decimals.places(value, digits: 4))
  }

  static func pValue(_ value: Double?) -> Cell {
    guard let value, value.isFinite else { return .empty }
    return .pValue(value)
  }
}

/// An effect's figures with decimals that suit its error.
struct Digits {
  private let decimals: Int

  init(_ effect: EffectEstimate) {
    decimals = Decimals.places(effect.effect.standardError, digits: 3)
  }

  func cell(_ value: Double) -> Cell {
    value.isFinite ? .exact(value, decimals: decimals) : .empty
  }
}

/// A relative effect in three cells and a word.
struct RelativeCells {
  let estimate: Cell
  let low: Cell
  let high: Cell
  let method: String

  init(_ relative: RelativeEstimate) {
    let part = RelativePart(relative)
    estimate = Self.cell(part.estimate)
    low = Self.cell(part.low)
    high = Self.cell(part.high)
    method = part.note.map { "\(part.method): \($0)" } ?? part.method
  }

  private static func cell(_ value: Double?) -> Cell {
    guard let value, value.isFinite else { return .empty }
    return .share(value)
  }
}
