/// What is wrong with the plan of an analysis, as a sentence without its full stop.
public struct PlanProblem: Error, Sendable, Equatable, CustomStringConvertible {
  public let reason: String
  /// The nearest right text.
  public let suggestion: String?

  public init(_ reason: String, suggestion: String? = nil) {
    self.reason = reason
    self.suggestion = suggestion
  }

  public var description: String {
    suggestion.map { "\(reason). Did you mean “\($0)”?" } ?? "\(reason)."
  }
}
