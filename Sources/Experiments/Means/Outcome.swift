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
    var weights = Matrix(rows: outcomes.count, columns: arm.variables)
    var values: [Double] = []
    for (row, outcome) in outcomes.enumerated() {
      switch outcome {
      case .mean(let variable):
        weights[row, variable] = 1
        values.append(arm.means[variable])
      case .ratio(let numerator, let denominator):
        let (above, below) = (arm.means[numerator], arm.means[denominator])
        guard below != 0 else { throw NotEstimable("the denominator's mean is 0 in an arm") }
        weights[row, numerator] += 1 / below
        weights[row, denominator] -= above / below / below
        values.append(above / below)
      }
    }
    return CoMoments(
      count: arm.count, means: values, products: arm.combinations(weights).sumsOfProducts)
  }
}
