public import Experiments
public import Statistics

/// A mean whose test may err, because values are skewed and arms are not alike; the bootstrap-t beside it.
public struct SkewedEffect: Sendable, Equatable {
  public let metric: String
  public let arm: String
  /// The arm of the two that brings it about, its skewness, its units and how many it would take.
  public let skewedArm: String
  public let skewness: Double
  public let units: Int
  public let unitsNeeded: Double
  /// Nil where resamples do not know the design, or would take too long.
  public let bootstrap: Bootstrap?

  public struct Bootstrap: Sendable, Equatable {
    public let interval: Interval
    public let pValue: Double
  }
}

/// A unit without which an effect would be another.
public struct InfluentialUnit: Sendable, Equatable {
  public let metric: String
  public let arm: String
  /// The arm the unit is in, its value, and the share of that arm's variation it makes up.
  public let ownArm: String
  public let value: Double
  public let share: Double
  /// The plain difference without it, by Welch; nil where nothing varies then.
  public let without: Effect?
  public let confidence: Double
}
