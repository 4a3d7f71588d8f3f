public import Statistics

/// Whether an arm's effect differs between segments: the F test of the interaction of arm and segment.
///
/// The Wald test in the linear model with a mean for every segment of either arm and one variance; where
/// variances differ, ``CochranQ`` of the segments' Welch effects is the safer test.
public struct SegmentInteraction: Sendable, Equatable {
  public let statistic: Double
  public let numeratorDegreesOfFreedom: Int
  public let denominatorDegreesOfFreedom: Int

  /// - Throws: `NotEstimable` below two segments, or where an arm is empty in a segment or nothing varies.
  ///
  /// - Parameters:
  ///   - control: The control's moments by segment.
  ///   - treatment: The other arm's.
  public init(control: [Moments], treatment: [Moments]) throws(NotEstimable) {
    precondition(control.count == treatment.count, "arms have the same segments")
    let cells = control + treatment
    guard cells.allSatisfy({ $0.count > 0 }) else {
      throw NotEstimable("a segment has no unit in an arm")
    }
    let freedom = cells.reduce(0) { $0 + $1.count } - cells.count
    let residual = cells.reduce(0) { $0 + $1.sumOfSquaredDeviations }
    guard freedom > 0, residual > 0 else {
      throw NotEstimable("the metric does not vary within segments")
    }
    let variance = residual / Double(freedom)
    let differences = try CochranQ(
      zip(control, treatment).map { a, b in
        let error = variance * (1 / Double(a.count) + 1 / Double(b.count))
        return Effect(estimate: b.mean - a.mean, standardError: error.squareRoot())
      })
    numeratorDegreesOfFreedom = differences.degreesOfFreedom
    denominatorDegreesOfFreedom = freedom
    statistic = differences.statistic / Double(differences.degreesOfFreedom)
  }

  public var pValue: Double {
    FisherF(
      uncheckedNumerator: Double(numeratorDegreesOfFreedom),
      denominator: Double(denominatorDegreesOfFreedom)
    ).upperTail(statistic)
  }
}
