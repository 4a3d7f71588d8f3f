/// Why something cannot be computed from these data; said instead of a number, never as effect 0 or p = 1.
public struct NotEstimable: Error, Sendable, Equatable, CustomStringConvertible {
  /// A sentence for the planner, without the metric's name.
  public let reason: String

  public init(_ reason: String) { self.reason = reason }

  public var description: String { reason }
}
