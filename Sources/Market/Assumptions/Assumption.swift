/// A quantity of a scenario that is not known: nine of ten times it lies between two figures.
public struct Assumption: Sendable, Equatable {
  /// The name it was declared by, or the path where its range is written, with names for positions.
  public let name: String
  /// Where its range is written: keys from the top, with names for positions.
  public let path: String
  public let basis: Basis
  /// The source or the reason, as written.
  public let why: String?
  /// The ends of the range and the median, in the unit as written: 5 for 5 %.
  public let low: Double
  public let high: Double
  public let median: Double
  /// The unit as written, such as `%`, `CNY per day` or nothing.
  public let unit: String
  public let law: Law
  /// Correlations with other assumptions, on the scale of standard normal scores.
  public let movesWith: [String: Double]

  /// What a range rests on.
  public enum Basis: String, Sendable, CaseIterable {
    case mine, measured, cited, guess
  }

  /// How the quantity is distributed.
  public enum Law: String, Sendable {
    case normal
    case logNormal = "log-normal"
    case logitNormal = "logit-normal"
    /// Never outside the range.
    case uniform
  }

  public init(
    name: String, path: String, basis: Basis, why: String? = nil, low: Double, high: Double,
    median: Double, unit: String, law: Law, movesWith: [String: Double] = [:]
  ) {
    self.name = name
    self.path = path
    self.basis = basis
    self.why = why
    self.low = low
    self.high = high
    self.median = median
    self.unit = unit
    self.law = law
    self.movesWith = movesWith
  }

  public var isUniform: Bool { law == .uniform }
}
