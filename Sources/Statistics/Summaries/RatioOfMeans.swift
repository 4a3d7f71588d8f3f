internal import RealModule

/// The ratio of two means: of variables observed together, such as cost per customer won, or of samples.
///
/// Both intervals take Student's t; with n − 1 degrees of freedom where the variables were observed
/// together.
public struct RatioOfMeans: Equatable, Sendable {
  public let numerator: Double
  public let denominator: Double
  /// Variances and covariance of the two means.
  private let numeratorVariance: Double
  private let denominatorVariance: Double
  private let covariance: Double
  private let degreesOfFreedom: Double

  /// How the mean above the line exceeds so many times the one below it, with its standard error.
  ///
  /// - Parameter multiple: Of the mean below the line.
  /// - Returns: A linear contrast of the two, as Fieller (1954) inverts it.
  public func contrast(
    _ multiple: Double
  ) -> (value: Double, standardError: Double, degreesOfFreedom: Double) {
    let variance =
      numeratorVariance + multiple * multiple * denominatorVariance - 2 * multiple * covariance
    return (
      numerator - multiple * denominator, max(0, variance).squareRoot(), degreesOfFreedom
    )
  }

  /// None below two observations.
  ///
  /// - Parameters:
  ///   - sample: The observations.
  ///   - numerator: The variable above the line.
  ///   - denominator: The variable below it.
  public init?(_ sample: CoMoments, numerator: Int, denominator: Int) {
    let size = Double(sample.count)
    guard let above = sample.covariance(numerator, numerator),
      let below = sample.covariance(denominator, denominator),
      let joint = sample.covariance(numerator, denominator)
    else { return nil }
    self.numerator = sample.means[numerator]
    self.denominator = sample.means[denominator]
    numeratorVariance = above / size
    denominatorVariance = below / size
    covariance = joint / size
    degreesOfFreedom = size - 1
  }

  /// The ratio of the means of two independent samples; none below two values in either.
  ///
  /// - Parameters:
  ///   - numerator: The sample above the line.
  ///   - denominator: The sample below it.
  ///   - degreesOfFreedom: Of the t of both intervals, such as Welch's.
  public init?(numerator: Moments, denominator: Moments, degreesOfFreedom: Double) {
    guard let above = numerator.standardError, let below = denominator.standardError
    else { return nil }
    self.numerator = numerator.mean
    self.denominator = denominator.mean
    numeratorVariance = above * above
    denominatorVariance = below * below
    covariance = 0
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The ratio of two estimates that may be correlated.
  ///
  /// - Parameters:
  ///   - numerator: The estimate above the line.
  ///   - denominator: The estimate below it.
  ///   - variances: Of the two, in this order.
  ///   - covariance: Of the two.
  ///   - degreesOfFreedom: Of the t of both intervals.
  public init(
    numerator: Double, denominator: Double, variances: (Double, Double), covariance: Double,
    degreesOfFreedom: Double
  ) {
    self.numerator = numerator
    self.denominator = denominator
    (numeratorVariance, denominatorVariance) = variances
    self.covariance = covariance
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// None where the denominator's mean is 0.
  public var estimate: Double? { denominator == 0 ? nil : numerator / denominator }

  /// The delta method's standard error: √(V(y) − 2θ·C(y, x) + θ²·V(x)) / |x̄|, θ the ratio.
  public var standardError: Double? {
    estimate.map {
      let variance =
        numeratorVariance - 2 * $0 * covariance + $0 * $0 * denominatorVariance
      return max(variance, 0).squareRoot() / denominator.magnitude
    }
  }

  /// The interval by the delta method, symmetric; good where the denominator is many errors from 0.
  public func deltaInterval(confidence: Double) -> Interval? {
    guard let estimate, let standardError else { return nil }
    let reach = tMultiplier(confidence, degreesOfFreedom: degreesOfFreedom)
    return Interval(center: estimate, halfWidth: reach * standardError)
  }

  /// Fieller's set: the ratios θ for which ȳ − θx̄ is not significantly different from 0.
  ///
  /// Fieller, "Some problems in interval estimation", Journal of the Royal Statistical Society B 16,
  /// 1954. It is unbounded where the denominator is not significantly different from 0.
  public func fiellerSet(confidence: Double) -> FiellerSet {
    fiellerSet(eachTail: (1 - confidence) / 2)
  }

  /// The same, each side wrong with this chance, which may be too small to be the rest of a confidence.
  public func fiellerSet(eachTail tail: Double) -> FiellerSet {
    let reach = tMultiplier(eachTail: tail, degreesOfFreedom: degreesOfFreedom)
    let square = reach * reach
    return FiellerSet(
      quadratic: denominator * denominator - square * denominatorVariance,
      halfLinear: numerator * denominator - square * covariance,
      constant: numerator * numerator - square * numeratorVariance)
  }
}
