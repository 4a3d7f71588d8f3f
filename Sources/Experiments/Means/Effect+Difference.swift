public import Statistics

/// What is assumed of two arms' variances.
public enum Variances: Sendable, CaseIterable {
  /// Welch's t.
  case unequal
  /// Student's t.
  case equal
}

extension Effect {
  /// The difference of two arms' means.
  ///
  /// Welch, "The generalization of 'Student's' problem when several different population variances are
  /// involved", Biometrika 34, 1947, with Satterthwaite's degrees of freedom; or Student's t with the
  /// variances pooled.
  ///
  /// - Throws: `NotEstimable` below two units in an arm, where nothing varies, and where a figure is not
  ///   finite.
  public static func difference(
    _ treatment: Moments, from control: Moments, variances: Variances = .unequal
  ) throws(NotEstimable) -> Effect {
    let error = try DifferenceError(control, treatment, variances)
    return Effect(
      estimate: treatment.mean - control.mean, standardError: error.variance.squareRoot(),
      degreesOfFreedom: error.degreesOfFreedom)
  }

  /// The same effect with the normal distribution in place of Student's t.
  public var asymptotic: Effect { Effect(estimate: estimate, standardError: standardError) }
}

/// The variance of a difference of independent means, and the degrees of freedom it is estimated with.
struct DifferenceError {
  let variance: Double
  package let degreesOfFreedom: Double

  init(_ first: Moments, _ second: Moments, _ variances: Variances) throws(NotEstimable) {
    guard let one = first.variance, let two = second.variance else {
      throw NotEstimable("an arm has fewer than two units")
    }
    let (m, n) = (Double(first.count), Double(second.count))
    switch variances {
    case .unequal:
      let (a, b) = (one / m, two / n)
      variance = a + b
      degreesOfFreedom = satterthwaite([(a, m - 1), (b, n - 1)])
    case .equal:
      let squares = first.sumOfSquaredDeviations + second.sumOfSquaredDeviations
      degreesOfFreedom = m + n - 2
      variance = squares / degreesOfFreedom * (1 / m + 1 / n)
    }
    guard variance.isFinite, (second.mean - first.mean).isFinite else {
      throw NotEstimable("the values are too large to be computed with")
    }
    guard variance > 0 else { throw NotEstimable("the metric does not vary in either arm") }
  }
}
