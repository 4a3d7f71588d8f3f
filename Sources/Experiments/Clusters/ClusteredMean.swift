import Statistics

/// The mean of a metric over units that come in clusters of different sizes.
///
/// A ratio of the clusters' sums and sizes, with the delta method's standard error (Deng, Knoblich and
/// Lu, "Applying the delta method in metric analytics", KDD 2018, section 3.1).
public struct ClusteredMean: Sendable, Equatable {
  public let units: Int
  public let clusters: Int
  public let mean: Double
  public let standardError: Double
  /// What the standard error would be if units were independent.
  public let naiveStandardError: Double

  /// - Throws: `NotEstimable` below two clusters.
  public init(_ values: [Double], clusters: Labels) throws(NotEstimable) {
    precondition(values.count == clusters.codes.count, "a cluster for each unit")
    let numbers = try ClusterNumbers(clusters)
    guard values.allSatisfy(\.isFinite) else {
      throw NotEstimable("a value is missing or not finite")
    }
    let moments = Moments(values)
    var sums = [Double](repeating: 0, count: clusters.count)
    for (value, code) in zip(values, clusters.codes) { sums[Int(code)] += value - moments.mean }
    let (n, g) = (Double(values.count), Double(numbers.count))
    let squares = sums.reduce(0) { $0 + $1 * $1 }
    units = values.count
    self.clusters = numbers.count
    mean = moments.mean
    standardError = (squares * g / (g - 1)).squareRoot() / n
    naiveStandardError = moments.standardError ?? .nan
  }

  /// How many times as large clustering makes the variance; 1 where units are independent.
  public var designEffect: Double {
    let ratio = standardError / naiveStandardError
    return ratio * ratio
  }
}
