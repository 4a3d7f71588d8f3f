public import Statistics

/// A figure's values over resamples of the data, and what they say about its sampling error.
///
/// Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapters 12 to 14.
public struct BootstrapDistribution: Sendable {
  /// The figure of the data themselves.
  public let estimate: Double
  /// Its values in the resamples, in their order.
  public let resamples: [Double]
  /// Standard errors of the data's figure and of each resample's, where they are known.
  public let standardErrors: (estimate: Double, resamples: [Double])?

  /// Throws where there are fewer than two resamples, or the figure has no value in some of them.
  package init(
    _ means: ResampledMeans, _ figure: ([Double]) -> Double,
    squaredError: (([Double], [Double]) -> Double)? = nil
  ) throws(NotEstimable) {
    estimate = figure(means.observed)
    let rows = (0..<means.resamples).map { means.means.values(inRow: $0) }
    resamples = rows.map(figure)
    let unknown = resamples.count { !$0.isFinite }
    guard estimate.isFinite else { throw NotEstimable("a mean to be divided by is 0") }
    guard unknown == 0 else {
      throw NotEstimable(
        "in \(unknown) of \(resamples.count) resamples nothing of an arm was drawn, "
          + "or a mean to be divided by is 0")
    }
    guard resamples.count >= 2 else { throw NotEstimable("there are fewer than two resamples") }
    if let squaredError, let errors = means.squaredErrors {
      standardErrors = (
        squaredError(means.observed, errors.observed).squareRoot(),
        rows.enumerated().map { squaredError($1, errors.resamples.values(inRow: $0)).squareRoot() }
      )
    } else {
      standardErrors = nil
    }
  }

  /// The resamples' standard deviation.
  public var standardError: Double { Moments(resamples).standardDeviation ?? 0 }

  /// The estimate with the bootstrap's standard error, for the normal distribution's interval and p-value.
  public var effect: Effect { Effect(estimate: estimate, standardError: standardError) }

  /// The estimate and so many of the bootstrap's standard errors on both sides.
  public func normalInterval(confidence: Double = 0.95) -> Interval {
    effect.interval(confidence: confidence)
  }

  /// The middle part of the resamples; quantiles are of type 7.
  public func percentileInterval(confidence: Double = 0.95) -> Interval {
    Self.middle(resamples, confidence)
  }

  /// The bootstrap-t interval: how far resamples lie from the estimate in standard errors of their own.
  ///
  /// - Parameter confidence: The share of experiments whose interval holds the true value.
  /// - Returns: The interval.
  /// - Throws: Where there are no standard errors, or one of them is 0.
  public func studentisedInterval(confidence: Double = 0.95) throws(NotEstimable) -> Interval {
    let distances = try studentisedDistances()
    let middle = Self.middle(distances.ofResamples, confidence)
    return Interval(
      low: estimate - middle.high * distances.standardError,
      high: estimate - middle.low * distances.standardError)
  }

  /// How far each resample lies from the estimate in its own standard errors, and the estimate's error.
  package func studentisedDistances() throws(NotEstimable) -> (
    ofResamples: [Double], standardError: Double
  ) {
    guard let standardErrors else {
      throw NotEstimable("the resamples were drawn without standard errors")
    }
    let distances = zip(resamples, standardErrors.resamples).map { ($0 - estimate) / $1 }
    guard standardErrors.estimate > 0, distances.allSatisfy(\.isFinite) else {
      throw NotEstimable("in some resamples nothing varies, since so few units differ")
    }
    return (distances, standardErrors.estimate)
  }

  private static func middle(_ values: [Double], _ confidence: Double) -> Interval {
    precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1")
    return SortedSample(values)?.spread(coverage: confidence)
      ?? Interval(low: .nan, high: .nan)
  }
}

extension Matrix {
  package func values(inRow row: Int) -> [Double] {
    Array(elements[row * columns..<(row + 1) * columns])
  }
}
