/// A sample in ascending order, for its quantiles.
public struct SortedSample: Sendable {
  public let values: [Double]

  /// None for an empty sample or one with a value that is not a number.
  public init?(_ values: [Double]) {
    guard !values.isEmpty, !values.contains(where: \.isNaN) else { return nil }
    self.values = values.sorted()
  }

  public var count: Int { values.count }

  /// The quantile of type 7, as ``quantile(ofSorted:_:)``.
  public func quantile(_ share: Double) -> Double { Statistics.quantile(ofSorted: values, share) }

  public var median: Double { quantile(0.5) }

  /// The middle part of the sample that holds the given share of it.
  public func spread(coverage: Double) -> Interval {
    Interval(low: quantile((1 - coverage) / 2), high: quantile((1 + coverage) / 2))
  }
}
