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
  private let arms: [Arm]

  /// An arm's values in order, and how many of its units lie below the quantile.
  private struct Arm {
    let sample: SortedSample
    let below: BinomialChances
  }

  /// - Parameters:
  ///   - treatment: Values of the arm.
  ///   - control: Values of the control.
  ///   - level: ν, strictly between 0 and 1.
  public init(_ treatment: SortedSample, against control: SortedSample, level: Double) {
    precondition(level > 0 && level < 1, "a quantile is asked for a share between 0 and 1")
    arms = [control, treatment].map {
      Arm(sample: $0, below: BinomialChances(trials: $0.count, probability: level))
    }
    self.control = control.inverseDistribution(level)
    self.treatment = treatment.inverseDistribution(level)
  }

  /// Whether a quantile's interval holds so few different values, each of several units, that no density can be
  /// read off them.
  ///
  /// Of a dozen units or fewer a single repetition says as much: ratings of five people hardly repeat, and still the
  /// median moves by whole points.
  public var isInSteps: Bool {
    arms.contains { arm in
      let (low, high) = ranks(arm, tail: 0.025)
      let between = arm.sample.values[(max(low, 1) - 1)..<min(high, arm.sample.count)]
      var different = 1
      for (value, next) in zip(between, between.dropFirst()) where next > value { different += 1 }
      guard different < Self.many else { return false }
      return arm.sample.count <= Self.many
        ? different < between.count : 2 * different <= between.count
    }
  }

  /// So many different values are enough to read a density off.
  private static let many = 12

  /// Both ends, infinite where too few units lie beyond the quantile.
  public func interval(confidence: Double) -> Interval {
    let tail = (1 - confidence) / 4
    let (own, other) = (ends(arms[1], tail), ends(arms[0], tail))
    return Interval(low: own.low - other.high, high: own.high - other.low)
  }

  /// The least error rate at which the interval leaves out 0.
  public var pValue: Double {
    leastErrorRate(steps: 40, most: 0.999) { !interval(confidence: 1 - $0).contains(0) }
  }

  private func ends(_ arm: Arm, _ tail: Double) -> Interval {
    let (low, high) = ranks(arm, tail: tail)
    let values = arm.sample.values
    return Interval(
      low: low >= 1 ? values[low - 1] : -.infinity,
      high: high <= values.count ? values[high - 1] : .infinity)
  }

  /// The order statistics that lie beyond the quantile no more often than the tail; 0 or n + 1 where there is none.
  private func ranks(_ arm: Arm, tail: Double) -> (low: Int, high: Int) {
    let law = arm.below
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
