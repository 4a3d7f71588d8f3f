import Statistics

/// Whether units were split between the arms as planned; if not, no effect can be trusted.
///
/// Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments", KDD 2019. Arms
/// of weight 0 take no part. An arm that should have units and has none does, and counts as a degree of
/// freedom like any other.
public struct SampleRatio: Sendable, Equatable {
  /// Pearson's χ².
  public let statistic: Double
  public let degreesOfFreedom: Int
  /// By arm, weight 0 included: how many units the weights lead one to expect.
  public let expected: [Double]
  /// Units in arms of weight 0.
  public let outside: Int
  private let counts: [Int]
  private let shares: [Double]

  /// - Throws: `NotEstimable` below two arms of positive weight, and without units in them.
  ///
  /// - Parameters:
  ///   - counts: Units by arm.
  ///   - weights: The planned split, in any unit; equal for all, unless said.
  public init(counts: [Int], weights: [Double]? = nil) throws(NotEstimable) {
    let weights = weights ?? [Double](repeating: 1, count: counts.count)
    precondition(weights.count == counts.count, "a weight for each arm")
    guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw NotEstimable("a planned share is negative or no number")
    }
    let arms = weights.indices.filter { weights[$0] > 0 }
    guard arms.count >= 2 else { throw NotEstimable("fewer than two arms should have units") }
    let units = arms.reduce(0) { $0 + counts[$1] }
    guard units > 0 else { throw NotEstimable("there are no units") }
    let sum = weights.reduce(0, +)
    let expected = weights.map { $0 / sum * Double(units) }
    self.expected = expected
    outside = counts.reduce(0, +) - units
    self.counts = arms.map { counts[$0] }
    shares = arms.map { weights[$0] / sum }
    degreesOfFreedom = arms.count - 1
    statistic = arms.reduce(0) { total, arm in
      let gap = Double(counts[arm]) - expected[arm]
      return total + gap * gap / expected[arm]
    }
  }

  public var pValue: Double {
    ChiSquared(uncheckedDegreesOfFreedom: Double(degreesOfFreedom)).upperTail(statistic)
  }

  /// The exact two-sided p-value of two arms: the chance of a split no likelier than the one seen.
  ///
  /// None with more arms.
  public var exactPValue: Double? {
    guard counts.count == 2 else { return nil }
    return Binomial(uncheckedTrials: counts[0] + counts[1], probability: shares[0])
      .twoSidedPValue(counts[0])
  }
}
