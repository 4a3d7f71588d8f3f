import Experiments

/// What is wrong with the plan of an analysis, as a sentence without its full stop.
public struct PlanProblem: Error, Sendable, Equatable, CustomStringConvertible {
  public let reason: String
  /// The nearest right text.
  public let suggestion: String?
  /// What it is about: an option's name without dashes, which is also a plan file's key.
  public let key: String?

  public init(_ reason: String, suggestion: String? = nil, key: String? = nil) {
    self.reason = reason
    self.suggestion = suggestion
    self.key = key
  }

  public var description: String {
    suggestion.map { "\(reason). Did you mean “\($0)”?" } ?? "\(reason)."
  }
}
