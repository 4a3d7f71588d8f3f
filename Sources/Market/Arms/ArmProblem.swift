/// Why plans cannot be the arms of an experiment: a sentence for the planner.
public struct ArmProblem: Error, Sendable, Equatable, CustomStringConvertible {
  public let reason: String
  public let cause: Cause

  /// Where the planner has to change something.
  public enum Cause: Sendable { case question, scenario }

  public init(_ reason: String, _ cause: Cause = .question) {
    self.reason = reason
    self.cause = cause
  }

  public var description: String { reason }
}
