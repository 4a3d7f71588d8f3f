import RealModule
public import Statistics

/// A quantile of two arms whose values repeat so much that it moves in steps: intervals by order statistics.
///
/// With X of n units below a quantile of level ν, X is binomial with at most ν, and with those at it at least ν,
/// whatever repeats: so the k-th smallest value lies above the quantile no more often than P(Bin(n, ν) < k), and
/// below it no more often than P(Bin(n, ν) ≥ k) (David and Nagaraja, "Order statistics", 3rd edition, 2003, 7.1).
/// The difference lies between low less high and high less low unless one of the two intervals misses: each has half
/// of the error, so that the whole holds at least as often as it says.
public struct OrderStatistics: Sendable {
  public let control: Double
  public let treatment: Double
  private let samples: [SortedSample]
  private let level: Double

  /// - Parameters:
  ///   - treatment: Values of the arm.
  ///   - control: Values of the control.
  ///   - level: ν, strictly between 0 and 1.
  /// - Throws: `NotEstimable` where a value is missing or an arm is empty.
  public init(
    _ treatment: [Double], against control: [Double], level: Double
  ) throws(NotEstimable) {
    precondition(level > 0 && level < 1, "a quantile is asked for a share between 0 and 1")
    guard let first = SortedSample(control), let second = SortedSample(treatment),
      (treatment + control).allSatisfy(\.isFinite)
    else { throw NotEstimable("a value is missing or not finite") }
    samples = [first, second]
    self.level = level
    self.control = first.inverseDistribution(level)
    self.treatment = second.inverseDistribution(level)
  }

  /// Whether a quantile's interval holds so few different values, each of several units, that no density can be
  /// read off them.
  public var isInSteps: Bool {
    samples.contains { sample in
      let (low, high) = ranks(sample.count, tail: 0.025)
      guard low >= 1, high <= sample.count else { return false }
      let between = sample.values[(low - 1)..<high]
      var different = 1
      for (value, next) in zip(between, between.dropFirst()) where next > value { different += 1 }
      return different < 12 && 2 * different <= between.count
    }
  }

  /// Both ends, infinite where too few units lie beyond the quantile.
  public func interval(confidence: Double) -> Interval {
    let tail = (1 - confidence) / 4
    let (own, other) = (ends(samples[1], tail), ends(samples[0], tail))
    return Interval(low: own.low - other.high, high: own.high - other.low)
  }

  /// The least error rate at which the interval leaves out 0.
  public var pValue: Double {
    func excludes(_ alpha: Double) -> Bool { !interval(confidence: 1 - alpha).contains(0) }
    guard excludes(0.999) else { return 1 }
    var (low, high) = (Double.log(1e-12), Double.log(0.999))
    if excludes(1e-12) { return 1e-12 }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if excludes(.exp(middle)) { high = middle } else { low = middle }
    }
    return .exp(high)
  }

  private func ends(_ sample: SortedSample, _ tail: Double) -> Interval {
    let (low, high) = ranks(sample.count, tail: tail)
    return Interval(
      low: low >= 1 ? sample.values[low - 1] : -.infinity,
      high: high <= sample.count ? sample.values[high - 1] : .infinity)
  }

  /// The order statistics that lie beyond the quantile no more often than the tail; 0 or n + 1 where there is none.
  private func ranks(_ count: Int, tail: Double) -> (low: Int, high: Int) {
    let law = BinomialChances(trials: count, probability: level)
    var (low, below) = (law.first, 0.0)
    for chance in law.chances {
      below += chance
      guard below <= tail else { break }
      low += 1
    }
    var (high, above) = (law.first + law.chances.count, 0.0)
    for chance in law.chances.reversed() {
      above += chance
      guard above <= tail else { break }
      high -= 1
    }
    return (low, high)
  }
}
