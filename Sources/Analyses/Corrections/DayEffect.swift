public import Experiments
public import Statistics

/// An arm against the control up to a day, all units observed until then.
public struct DayEffect: Sendable, Equatable {
  public let day: String
  public let metric: String
  public let arm: String
  public let method: String
  /// In the two arms.
  public let units: Int
  public let effect: Effect
  /// By the sequential rule where there is one; else of one look alone.
  public let interval: Interval
  public let pValue: Double
}
