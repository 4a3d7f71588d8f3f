public import Statistics

/// What is compared between arms: the mean of a variable, or the ratio of two variables' means.
///
/// Numbers are positions among the variables of a ``CellMoments``.
public enum Outcome: Sendable, Hashable {
  case mean(of: Int)
  /// Such as revenue per session where units are users.
  case ratio(of: Int, per: Int)

  /// The value in an arm, and the unit-level variation whose mean it is as far as its error goes.
  ///
  /// A ratio R = ȳ/d̄ errs as the mean of (y − R·d)/d̄ does (delta method).
  ///
  /// - Throws: `NotEstimable` where the denominator's mean is 0.
  public func moments(in arm: CoMoments) throws(NotEstimable) -> Moments {
    try Outcome.moments(of: [self], in: arm).moments(of: 0)
  }

  /// Several outcomes of an arm together, with their cross-products.
  public static func moments(
    of outcomes: [Outcome], in arm: CoMoments
  ) throws(NotEstimable) -> CoMoments {
    var values: [Double] = []
    var gradients: [[Double]] = []
    for outcome in outcomes {
      values.append(try outcome.value(at: arm.means))
      gradients.append(try outcome.gradient(at: arm.means))
    }
    return CoMoments(
      count: arm.count, means: values, products: arm.combinations(Matrix(gradients)).sumsOfProducts)
  }

  /// The outcome where the variables have these means.
  package func value(at means: [Double]) throws(NotEstimable) -> Double {
    switch self {
    case .mean(let variable): return means[variable]
    case .ratio(let numerator, let denominator):
      guard means[denominator] != 0 else {
        throw NotEstimable("the denominator's mean is 0 in an arm")
      }
      return means[numerator] / means[denominator]
    }
  }

  /// How the outcome changes with each variable's mean.
  package func gradient(at means: [Double]) throws(NotEstimable) -> [Double] {
    var gradient = [Double](repeating: 0, count: means.count)
    switch self {
    case .mean(let variable): gradient[variable] = 1
    case .ratio(let numerator, let denominator):
      gradient[numerator] += 1 / means[denominator]
      gradient[denominator] -= try value(at: means) / means[denominator]
    }
    return gradient
  }
}
