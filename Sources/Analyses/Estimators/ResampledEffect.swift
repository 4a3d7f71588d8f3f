import Experiments
import Statistics

/// An effect's values over resamples of the data: its interval and its p-value, which agree.
///
/// Of B resamples in order, an interval leaves out the k − 1 outermost on either side, k the whole part of
/// (B + 1)·α/2, and the p-value is the least α at which the interval leaves out 0: twice the smaller of
/// the tails (1 + #)/(B + 1). Davison and Hinkley, "Bootstrap methods and their application", 1997,
/// sections 5.2 (studentised) and 5.3 (percentiles).
struct ResampledEffect: Sendable, Equatable {
  let estimate: Double
  /// The data's own, where distances are in standard errors; none for percentiles.
  private let standardError: Double?
  /// By resample: the effect itself, or its distance from the estimate in the resample's standard errors.
  private let values: [Double]
  private let ascending: [Double]

  /// - Parameters:
  ///   - distribution: The effect in every resample.
  ///   - rounding: A spread that resamples have from rounding alone.
  /// - Throws: `NotEstimable` where nothing varies.
  init(_ distribution: BootstrapDistribution, rounding: Double = 0) throws(NotEstimable) {
    estimate = distribution.estimate
    let spread = distribution.standardError
    // What rounding leaves of a ratio that is the same for everybody is no spread.
    guard spread > max(1e-13 * estimate.magnitude, rounding), spread.isFinite else {
      throw NotEstimable("the metric does not vary in either arm")
    }
    if distribution.standardErrors == nil {
      standardError = nil
      values = distribution.resamples
    } else {
      let distances = try distribution.studentisedDistances()
      standardError = distances.standardError
      values = distances.ofResamples
    }
    ascending = values.sorted()
  }

  var resamples: Int { values.count }

  /// Whether distances are in standard errors.
  var isStudentised: Bool { standardError != nil }

  /// The interval alone, not corrected.
  func interval(confidence: Double) throws(NotEstimable) -> Interval {
    try interval(tail: ResamplingPlan.tail((1 - confidence) / 2, of: resamples))
  }

  /// The interval that leaves out one less than `tail` resamples on either side.
  func interval(tail: Int) throws(NotEstimable) -> Interval {
    guard tail >= 1 else {
      throw NotEstimable("\(resamples) resamples are too few for so much confidence; ask for more")
    }
    let (low, high) = (ascending[tail - 1], ascending[resamples - tail])
    guard let standardError else { return Interval(low: low, high: high) }
    return Interval(low: estimate - high * standardError, high: estimate - low * standardError)
  }

  /// Two-sided, of there being no effect; at least 2/(B + 1).
  var pValue: Double { min(1, 2 * Double(tail) / Double(resamples + 1)) }

  /// The least tail whose interval leaves out 0.
  var tail: Int {
    // Percentiles leave out 0 where few resamples lie beyond it, distances where few exceed the estimate's.
    let place = standardError.map { estimate / $0 } ?? 0
    return 1 + min(count { $0 <= place }, count { $0 >= place })
  }

  /// By resample, which of the outermost it is, counted from the nearer end: 1 and on.
  var depths: [Int] {
    values.map { value in min(count { $0 <= value }, count { $0 >= value }) }
  }

  /// How many of the ascending values are below a bound, or from it on up.
  private func count(_ isMet: (Double) -> Bool) -> Int {
    let rises = isMet(-.infinity)
    var (low, high) = (0, ascending.count)
    while low < high {
      let middle = (low + high) / 2
      if isMet(ascending[middle]) == rises { low = middle + 1 } else { high = middle }
    }
    return rises ? low : ascending.count - low
  }
}
