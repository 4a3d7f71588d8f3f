extension CoMoments {
  /// The moments of weighted sums of the variables, a row of `weights` for each: means W·m, products W·S·Wᵀ.
  public func combinations(_ weights: Matrix) -> CoMoments {
    precondition(weights.columns == variables, "a weight for each variable")
    return CoMoments(
      count: count, means: weights * means,
      products: (weights * sumsOfProducts).times(weights, transposingOther: true))
  }

  /// The moments of one weighted sum of the variables.
  public func moments(weights: [Double]) -> Moments {
    combinations(Matrix([weights])).moments(of: 0)
  }
}
