package import Statistics

extension CUPED {
  /// The difference of two cells, such as two arms, allowing for the weights' being estimated.
  ///
  /// They are chosen to leave as little as can be, k of them from N − arms degrees of freedom, and err in proportion
  /// to how far the cells' covariates lie apart: with d the difference of their means and S the sums of squares
  /// within arms the variance is that of the analysis of covariance, σ²(1/m + 1/n + dᵀS⁻¹d), k degrees of freedom
  /// fewer (Cochran, "Analysis of covariance: its nature and uses", Biometrics 13, 1957). Where units are many it is
  /// what the delta method gives.
  ///
  /// - Parameters:
  ///   - treatment: The cell's moments of outcome and covariates.
  ///   - control: The other's.
  /// - Returns: The adjusted moments with their variances made larger, and k.
  /// - Throws: `NotEstimable` where weights leave nothing to tell chance by.
  package func estimated(
    _ treatment: CoMoments, against control: CoMoments
  ) throws(NotEstimable) -> (treatment: Moments, control: Moments, lost: Double) {
    let both = outcomes + covariates
    let (own, other) = (
      try Outcome.moments(of: both, in: treatment), try Outcome.moments(of: both, in: control)
    )
    let lost = Double(covariates.count - dropped.count)
    let freedom = Double(unadjusted.reduce(0) { $0 + $1.count - 1 })
    guard freedom > lost else {
      throw NotEstimable("there are as many covariates as units to learn their weights from")
    }
    // The weights that regress the difference on the covariates: S⁻¹d.
    var products = Matrix(rows: both.count, columns: both.count)
    for arm in unadjusted { products = products + arm.sumsOfProducts }
    let gaps = covariates.indices.map { place in
      own.means[outcomes.count + place] - other.means[outcomes.count + place]
    }
    for (place, gap) in gaps.enumerated() {
      products[0, outcomes.count + place] = gap
      products[outcomes.count + place, 0] = gap
    }
    let solved = Regression(products, responses: outcomes.count).coefficients
    let distance = gaps.indices.reduce(0) { $0 + gaps[$1] * solved[$1, 0] }
    let (m, n) = (Double(own.count), Double(other.count))
    let factor = freedom / (freedom - lost) * (1 + distance / (1 / m + 1 / n))
    func enlarged(_ cell: CoMoments) throws(NotEstimable) -> Moments {
      let adjusted = try adjusted(cell).moments(of: 0)
      return Moments(
        count: adjusted.count, mean: adjusted.mean,
        sumOfSquaredDeviations: factor * adjusted.sumOfSquaredDeviations)
    }
    return (try enlarged(treatment), try enlarged(control), lost)
  }
}
