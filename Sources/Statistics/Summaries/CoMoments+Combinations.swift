extension CoMoments {
  /// The moments of weighted sums of the variables, a row of `weights` for each: means W·m, products W·S·Wᵀ.
  ///
  /// A sum whose parts cancel to nothing but their rounding does not vary: its products are 0.
  public func combinations(_ weights: Matrix) -> CoMoments {
    precondition(weights.columns == variables, "a weight for each variable")
    let sums = sumsOfProducts
    var products = (weights * sums).times(weights, transposingOther: true)
    for row in 0..<weights.rows {
      var size = 0.0
      for i in 0..<variables where weights[row, i] != 0 {
        for j in 0..<variables {
          size += (weights[row, i] * weights[row, j] * sums[i, j]).magnitude
        }
      }
      guard size.isFinite, products[row, row] <= Self.rounding * size else { continue }
      for other in 0..<weights.rows { (products[row, other], products[other, row]) = (0, 0) }
    }
    return CoMoments(count: count, means: weights * means, products: products)
  }

  /// Sums of products are known to some units in the last place.
  private static let rounding = 64 * Double.ulpOfOne

  /// The moments of one weighted sum of the variables.
  public func moments(weights: [Double]) -> Moments {
    combinations(Matrix([weights])).moments(of: 0)
  }
}
