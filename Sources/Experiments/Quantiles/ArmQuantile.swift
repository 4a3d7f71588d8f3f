public import Statistics

/// A quantile of a metric in one arm, its standard error found without estimating a density.
///
/// The share of units below the quantile errs by s: √(ν(1 − ν)/n) where units are independent, the
/// error of a ratio of cluster sums where clusters are. The quantiles at ν ± z·s, z = 1.96, enclose the
/// interval, and its width over 2z gives the standard error (Woodruff, "Confidence intervals for medians
/// and other position measures", JASA 47, 1952; Deng, Knoblich and Lu, "Applying the delta method in
/// metric analytics", KDD 2018, section 4). For independent units it is taken times √((n − 1)/n), as
/// gbstats does, so that figures can be compared digit by digit.
public struct ArmQuantile: Sendable, Equatable {
  public let units: Int
  /// ν, 0.5 for the median.
  public let level: Double
  /// The least observed value that a share ν of the units does not exceed.
  public let value: Double
  /// The quantiles at ν ± 1.96·s.
  public let interval: Interval
  public let standardError: Double
  /// Units less one, or clusters less one.
  public let degreesOfFreedom: Double

  /// z: 97.5 per cent of the normal distribution lie below.
  package static let reach = 1.959963984540054

  /// - Parameters:
  ///   - values: A unit each.
  ///   - level: ν, strictly between 0 and 1.
  ///   - clusters: Each unit's cluster, where units of a cluster are alike.
  /// - Throws: `NotEstimable` where a value is missing, there are fewer than two clusters, or too few
  ///   units lie beyond the quantile.
  public init(
    _ values: [Double], level: Double, clusters: Labels? = nil
  ) throws(NotEstimable) {
    try self.init(values, SortedSample(values), level: level, clusters: clusters)
  }

  /// The same of values whose order is known.
  init(
    _ values: [Double], _ sample: SortedSample?, level: Double, clusters: Labels?
  ) throws(NotEstimable) {
    precondition(level > 0 && level < 1, "a quantile is asked for a share between 0 and 1")
    guard let sample, values.allSatisfy(\.isFinite) else {
      throw NotEstimable(
        values.isEmpty ? "there are no units" : "a value is missing or not finite")
    }
    let n = Double(values.count)
    value = sample.inverseDistribution(level)
    var error = (level * (1 - level) / n).squareRoot()
    var (freedom, factor) = (n - 1, ((n - 1) / n).squareRoot())
    if let clusters {
      let middle = value
      let share = try ClusteredMean(values.map { $0 <= middle ? 1 : 0 }, clusters: clusters)
      error = share.standardError
      (freedom, factor) = (Double(share.clusters - 1), 1)
    }
    let reach = Self.reach * error
    guard level - reach > 0, level + reach < 1, freedom > 0 else {
      throw NotEstimable("too few units lie beyond the quantile to say how far it may be off")
    }
    interval = Interval(
      low: sample.inverseDistribution(level - reach),
      high: sample.inverseDistribution(level + reach))
    units = values.count
    self.level = level
    standardError = (interval.high - interval.low) / (2 * Self.reach) * factor
    degreesOfFreedom = freedom
  }
}
