public import Statistics

/// Outcomes adjusted by covariates known before randomisation, which takes away the variation they explain.
///
/// Deng, Xu, Kohavi and Walker, "Improving the sensitivity of online controlled experiments by utilizing
/// pre-experiment data", WSDM 2013: y − θᵀ(x − x̄) with θ = Sxx⁻¹·Sxy, here with any number of covariates
/// and all outcomes as right-hand sides. A ratio's covariates may be ratios.
public struct CUPED: Sendable {
  /// The covariates' weights θ, a row for each covariate and a column for each outcome.
  public let coefficients: Matrix
  /// Positions of covariates with weight 0, because those before them or the arm say all they say.
  public let dropped: [Int]
  /// Each arm's adjusted outcomes.
  public let arms: [CoMoments]
  /// The share of each outcome's variation within arms that the covariates took away.
  public let explained: [Double]

  /// Each arm's outcomes, then its covariates, as they were.
  let unadjusted: [CoMoments]

  let outcomes: [Outcome]
  let covariates: [Outcome]
  /// Values of the covariates in all arms together, where the adjustment is 0.
  private let centre: [Double]

  /// Which variation the weights come from.
  public enum Pooling: Sendable, CaseIterable {
    /// That within arms; an effect on the outcome is no part of it.
    case withinArms
    /// The total over the arms given, which should be the two compared; usual elsewhere.
    case pairwise
    /// The sum of the arms' covariances whatever their sizes; usual elsewhere for ratios.
    case armsAlike
  }

  /// Estimates the weights from the arms given, and adjusts these.
  ///
  /// - Throws: `NotEstimable` where an arm has fewer than two units, a denominator's mean is 0, or no
  ///   covariate varies.
  public init(
    _ arms: [CoMoments], outcomes: [Outcome], covariates: [Outcome],
    pooling: Pooling = .withinArms
  ) throws(NotEstimable) {
    precondition(!outcomes.isEmpty && !covariates.isEmpty, "outcomes are adjusted by covariates")
    guard var total = arms.first, arms.allSatisfy({ $0.count >= 2 }) else {
      throw NotEstimable("an arm has fewer than two units")
    }
    for arm in arms.dropFirst() { total += arm }
    let both = outcomes + covariates
    let overall = try Outcome.moments(of: both, in: total)
    var separate: [CoMoments] = []
    for arm in arms { separate.append(try Outcome.moments(of: both, in: arm)) }
    let pooled =
      switch pooling {
      case .withinArms: CUPED.sum(separate) { _ in 1 }
      case .pairwise: overall.sumsOfProducts
      case .armsAlike: CUPED.sum(separate) { 1 / Double($0.count - 1) }
      }
    let regression = Regression(pooled, responses: outcomes.count)
    guard regression.dropped.count < covariates.count else {
      throw NotEstimable("no covariate varies")
    }
    self.outcomes = outcomes
    self.covariates = covariates
    coefficients = regression.coefficients
    dropped = regression.dropped
    centre = Array(overall.means[outcomes.count...])
    let adjusted = separate.map { [coefficients, centre] in
      CUPED.adjust($0, by: coefficients, about: centre)
    }
    self.arms = adjusted
    unadjusted = separate
    explained = outcomes.indices.map { outcome in
      let before = separate.reduce(0) { $0 + $1.sumOfProducts(outcome, outcome) }
      let after = adjusted.reduce(0) { $0 + $1.sumOfProducts(outcome, outcome) }
      return before > 0 ? 1 - after / before : 0
    }
  }

  /// Another cell of the same variables, such as a segment of an arm, adjusted by the same weights.
  public func adjusted(_ cell: CoMoments) throws(NotEstimable) -> CoMoments {
    CUPED.adjust(
      try Outcome.moments(of: outcomes + covariates, in: cell), by: coefficients, about: centre)
  }

  private static func adjust(
    _ cell: CoMoments, by coefficients: Matrix, about centre: [Double]
  ) -> CoMoments {
    let (covariates, outcomes) = (coefficients.rows, coefficients.columns)
    var weights = Matrix(rows: outcomes, columns: outcomes + covariates)
    for i in 0..<outcomes {
      weights[i, i] = 1
      for j in 0..<covariates { weights[i, outcomes + j] = -coefficients[j, i] }
    }
    let deviations = cell.means.enumerated().map { place, mean in
      place < outcomes ? mean : mean - centre[place - outcomes]
    }
    return CoMoments(
      count: cell.count, means: weights * deviations,
      products: cell.combinations(weights).sumsOfProducts)
  }

  private static func sum(_ arms: [CoMoments], weight: (CoMoments) -> Double) -> Matrix {
    let order = arms.first?.variables ?? 0
    return arms.reduce(Matrix(rows: order, columns: order)) {
      $0 + weight($1) * $1.sumsOfProducts
    }
  }
}
