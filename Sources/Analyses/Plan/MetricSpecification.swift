import Experiments
import Documents

/// What is measured on units, as a planner writes it: `revenue`, `converted:proportion`, `revenue/sessions`,
/// `p90(latency)`, `d7(last_seen)`; names with other signs in quotes, as in `"Cost / conv."`.
public struct MetricSpecification: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// The mean of a column.
    case mean(String)
    /// The share of units with a 1 in a column of 0 and 1.
    case proportion(String)
    /// The sum of one column over the sum of another, such as revenue per session.
    case ratio(String, per: String)
    /// A quantile of a column, its probability strictly between 0 and 1.
    case quantile(String, Double)
    /// The share of units still there: a column of 0 and 1, or the day last seen, counted from a unit's
    /// start, and the day that must be reached. Units without a value cannot have reached it yet.
    case retention(String, day: Double?)
  }

  /// The words after a colon.
  public enum Word: String, Sendable, CaseIterable {
    case mean, proportion, ratio, quantile, retention
  }

  /// As tables call it.
  public let name: String
  public let kind: Kind

  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// Reads what a planner wrote.
  ///
  /// - Throws: What is wrong with it, with what would be right.
  public init(_ text: String) throws(PlanProblem) {
    let quoted = QuotedNames(text)
    var name = Self.trimmed(quoted.text[...])
    var word: Word?
    if let colon = name.lastIndex(of: ":") {
      let written = Self.trimmed(name[name.index(after: colon)...])
      guard let known = Word(rawValue: written.lowercased()) else {
        throw PlanProblem(
          "“\(written)” in “\(text)” is no kind of metric; the kinds are"
            + " \(Word.allCases.map(\.rawValue).joined(separator: ", "))",
          suggestion: nearest(to: written, among: Word.allCases.map(\.rawValue)))
      }
      word = known
      name = Self.trimmed(name[..<colon])
    }
    guard !name.isEmpty else {
      throw PlanProblem("“\(text)” names no column; a metric is like revenue or revenue/sessions")
    }
    self.name = quoted.restored(name)
    kind = try Self.kind(name, word, text).named(quoted.restored)
  }

  /// The columns it is made from.
  public var columns: [String] {
    switch kind {
    case .mean(let column), .proportion(let column), .quantile(let column, _),
      .retention(let column, _):
      [column]
    case .ratio(let numerator, let denominator): [numerator, denominator]
    }
  }

  /// Whether its column may hold nothing but 0 and 1.
  public var isShare: Bool {
    switch kind {
    case .proportion, .retention(_, day: nil): true
    case .mean, .ratio, .quantile, .retention: false
    }
  }

  /// Whether its values are shares of units.
  package var isProportion: Bool {
    switch kind {
    case .proportion, .retention: true
    case .mean, .ratio, .quantile: false
    }
  }

  private static func kind(
    _ name: String, _ word: Word?, _ text: String
  ) throws(PlanProblem) -> Kind {
    switch word {
    case .mean: return .mean(name)
    case .proportion: return .proportion(name)
    case .ratio where QuotedNames.isOne(name): return .mean(name)
    case .ratio:
      guard let ratio = ratio(name) else {
        throw PlanProblem("“\(text)” is no ratio of two columns such as revenue/sessions")
      }
      return ratio
    case .quantile:
      guard let quantile = quantile(name) else {
        throw PlanProblem("“\(text)” is no quantile of a column such as p90(latency)")
      }
      return quantile
    case .retention: return retention(name) ?? .retention(name, day: nil)
    case nil: return quantile(name) ?? retention(name) ?? ratio(name) ?? .mean(name)
    }
  }

  private static func ratio(_ name: String) -> Kind? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(trimmed)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return .ratio(parts[0], per: parts[1])
  }

  /// `p90(latency)`, `p99.9(latency)` or `median(latency)`.
  private static func quantile(_ name: String) -> Kind? {
    guard let (function, column) = call(name) else { return nil }
    if function == "median" { return .quantile(column, 0.5) }
    // Read as a share: 99.9 over 100 is not the number nearest to 0.999.
    guard function.first == "p", Double(function.dropFirst()) != nil,
      let share = Double(function.dropFirst() + "e-2"), share > 0, share < 1
    else { return nil }
    return .quantile(column, share)
  }

  /// `d7(last_seen)`.
  private static func retention(_ name: String) -> Kind? {
    guard let (function, column) = call(name), function.first == "d",
      let day = Int(function.dropFirst()), day > 0
    else { return nil }
    return .retention(column, day: Double(day))
  }

  private static func call(_ name: String) -> (function: String, column: String)? {
    guard name.last == ")", let open = name.firstIndex(of: "(") else { return nil }
    let column = trimmed(name[name.index(after: open)...].dropLast())
    return column.isEmpty ? nil : (name[..<open].lowercased(), column)
  }

  static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(String(start.reversed().drop { $0 == " " }).reversed())
  }
}

extension MetricSpecification.Kind {
  /// The same of columns under their own names.
  fileprivate func named(_ name: (String) -> String) -> Self {
    switch self {
    case .mean(let column): .mean(name(column))
    case .proportion(let column): .proportion(name(column))
    case .ratio(let sum, let count): .ratio(name(sum), per: name(count))
    case .quantile(let column, let share): .quantile(name(column), share)
    case .retention(let column, let day): .retention(name(column), day: day)
    }
  }
}
