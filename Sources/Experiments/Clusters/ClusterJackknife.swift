package import Statistics

/// How coefficients change when a cluster is left out, in coordinates t in which TᵀT = 1.
///
/// With G the cluster's own TᵀT and m its Tᵀe, e being residuals of the whole fit, they change by
/// −(1 − G)⁻¹·m (Niccodemi and Wansbeek, "A new estimator for standard errors with few unbalanced
/// clusters", Econometrics 10, 2022).
package enum ClusterJackknife {
  /// Below this a share of a direction's variation lies outside the cluster only by rounding.
  private static let leastSquaredPivot = 1e-10

  /// - Throws: `NotEstimable` where the fit needs the cluster.
  package static func change(leavingOut products: Matrix, _ sums: Matrix) throws(NotEstimable)
    -> Matrix
  {
    var rest = Matrix.identity(products.rows)
    for i in 0..<products.rows {
      for j in 0..<products.rows { rest[i, j] -= products[i, j] }
    }
    guard let factor = try? Cholesky(rest),
      factor.factor.diagonal.allSatisfy({ $0 * $0 > leastSquaredPivot })
    else {
      throw NotEstimable(
        "leaving out one of the clusters leaves a coefficient undetermined: an arm or a covariate"
          + " varies in that cluster alone; CR1 leaves none out")
    }
    return -1 * factor.solve(sums)
  }
}
