/// Count, mean and squared deviations of a sample: all that its mean and variance need.
///
/// Values are added by Welford, "Note on a method for calculating corrected sums of squares and
/// products", Technometrics 4(3), 1962. Samples are merged by Chan, Golub and LeVeque, "Updating
/// formulae and a pairwise algorithm for computing sample variances", 1979; the order of merging shows
/// in the last digits, so merge in a fixed order where bytes count.
public struct Moments: Equatable, Sendable {
  public private(set) var count: Int
  /// 0 for an empty sample.
  public private(set) var mean: Double
  /// Σ (value − mean)², in squared units.
  public private(set) var sumOfSquaredDeviations: Double

  public init() { self.init(count: 0, mean: 0, sumOfSquaredDeviations: 0) }

  public init(count: Int, mean: Double, sumOfSquaredDeviations: Double) {
    self.count = count
    self.mean = mean
    self.sumOfSquaredDeviations = sumOfSquaredDeviations
  }

  public init(_ values: some Sequence<Double>) {
    self.init()
    for value in values { add(value) }
  }

  @inline(__always)
  public mutating func add(_ value: Double) {
    count += 1
    let deviation = value - mean
    mean += deviation / Double(count)
    sumOfSquaredDeviations += deviation * (value - mean)
  }

  public static func += (into: inout Moments, other: Moments) {
    guard other.count > 0 else { return }
    let count = into.count + other.count
    let gap = other.mean - into.mean
    let share = Double(other.count) / Double(count)
    into.sumOfSquaredDeviations +=
      other.sumOfSquaredDeviations + gap * gap * share * Double(into.count)
    into.mean += gap * share
    into.count = count
  }

  public static func + (first: Moments, second: Moments) -> Moments {
    var sum = first
    sum += second
    return sum
  }

  /// The unbiased sample variance; none below two values.
  public var variance: Double? {
    count >= 2 ? sumOfSquaredDeviations / Double(count - 1) : nil
  }

  public var standardDeviation: Double? { variance?.squareRoot() }

  /// The standard error of the mean; none below two values.
  public var standardError: Double? { variance.map { ($0 / Double(count)).squareRoot() } }

  /// Student's t interval for the mean of the distribution; none below two values.
  public func interval(confidence: Double) -> Interval? {
    standardError.map {
      let reach = tMultiplier(confidence, degreesOfFreedom: Double(count - 1))
      return Interval(center: mean, halfWidth: $0 * reach)
    }
  }
}
