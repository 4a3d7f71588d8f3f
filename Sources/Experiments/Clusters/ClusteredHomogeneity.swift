import Statistics

/// Whether effects that share clusters differ: the Wald test of their all being one.
///
/// With V from G clusters' influences the statistic dᵀV⁻¹d of q differences is taken for Hotelling's T²
/// with G − 1 degrees of freedom, F = (G − q)/(q·(G − 1))·T²; F(q, G − 1) itself rejects too often with few
/// clusters (Pustejovsky and Tipton, "Small-sample methods for cluster-robust variance estimation and
/// hypothesis testing in fixed effects models", Journal of Business & Economic Statistics 36, 2018).
package struct ClusteredHomogeneity {
  let statistic: Double
  let numeratorDegreesOfFreedom: Int
  let denominatorDegreesOfFreedom: Int

  /// Effects at most: the work grows as their square, times the clusters.
  static let most = 1_000

  /// - Parameters:
  ///   - estimates: The effects.
  ///   - influences: For each effect what every cluster does to it, the squares adding up to its squared
  ///     error; 0 for clusters that have no part in any.
  /// - Throws: `NotEstimable` below two effects, with too few clusters for so many, or beyond ``most``.
  package init(_ estimates: [Double], influences: [[Double]]) throws(NotEstimable) {
    let q = estimates.count - 1
    guard q >= 1 else { throw NotEstimable("there are fewer than two groups") }
    guard q < Self.most else {
      throw NotEstimable("more than \(Self.most) groups are too many to compare all at once")
    }
    guard influences.allSatisfy({ !$0.isEmpty }) else { throw .tooManyInfluences }
    let clusters = influences[0].indices.count { cluster in
      influences.contains { $0[cluster] != 0 }
    }
    guard clusters > q else {
      throw NotEstimable("there are too few clusters to compare so many groups")
    }
    // In units of their errors, so that no scale is lost on the way to the factor.
    let errors = influences.map { own in own.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let unit = errors.max() ?? 0
    guard unit > 0 else { throw NotEstimable("the error of an effect is not known") }
    let gaps = (0..<q).map { (estimates[$0 + 1] - estimates[0]) / unit }
    let differences = (0..<q).map { place in
      zip(influences[place + 1], influences[0]).map { ($0 - $1) / unit }
    }
    var covariance = Matrix(rows: q, columns: q)
    for i in 0..<q {
      for j in 0...i {
        covariance[i, j] = zip(differences[i], differences[j]).reduce(0) { $0 + $1.0 * $1.1 }
        covariance[j, i] = covariance[i, j]
      }
    }
    guard let factor = try? Cholesky(covariance) else {
      throw NotEstimable("there are too few clusters to compare so many groups")
    }
    let wald = zip(gaps, factor.solve(gaps)).reduce(0) { $0 + $1.0 * $1.1 }
    numeratorDegreesOfFreedom = q
    denominatorDegreesOfFreedom = clusters - q
    statistic = wald * Double(clusters - q) / Double(q * (clusters - 1))
  }

  package var pValue: Double {
    FisherF(
      uncheckedNumerator: Double(numeratorDegreesOfFreedom),
      denominator: Double(denominatorDegreesOfFreedom)
    ).upperTail(statistic)
  }
}

extension NotEstimable {
  /// Where clusters' influences on every group were not kept for want of memory.
  static let tooManyInfluences = NotEstimable(
    "there are too many groups and clusters to compare all groups at once")
}
