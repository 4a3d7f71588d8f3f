/// Why plans cannot be the arms of one experiment: a sentence for the planner.
public struct ArmProblem: Error, Sendable, Equatable, CustomStringConvertible {
  public let reason: String

  public init(_ reason: String) { self.reason = reason }

  public var description: String { reason }
}
