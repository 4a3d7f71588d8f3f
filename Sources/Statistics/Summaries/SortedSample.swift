/// A sample in ascending order, for its quantiles.
public struct SortedSample: Sendable {
  public let values: [Double]

  /// None for an empty sample or one with a value that is not a number.
  public init?(_ values: [Double]) {
    guard !values.isEmpty, !values.contains(where: \.isNaN) else { return nil }
    self.values = values.sorted()
  }

  public var count: Int { values.count }

  /// The quantile of type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The
  /// American Statistician 50(4), 1996: linear between order statistics, 0 the least, 1 the greatest.
  public func quantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "a quantile is asked for a probability")
    let position = Double(count - 1) * p
    let below = Int(position)
    let weight = position - Double(below)
    // Without weight there is nothing to interpolate, and 0 · ∞ would spoil a finite value.
    guard weight > 0 else { return values[below] }
    let (low, high) = (values[below], values[below + 1])
    return low < high && low.isFinite ? low + weight * (high - low) : low
  }

  public var median: Double { quantile(0.5) }

  /// The middle part of the sample that holds the given share of it.
  public func spread(coverage: Double) -> Interval {
    precondition(coverage >= 0 && coverage <= 1, "a coverage is a share")
    return Interval(low: quantile((1 - coverage) / 2), high: quantile((1 + coverage) / 2))
  }
}
