import Statistics

/// The regression of the metrics on the covariates in one arm, or in all of them together.
struct ArmFit: Sendable {
  package let count: Int
  /// Means of the covariates and of the metrics in the arm.
  package let covariates: [Double]
  package let outcomes: [Double]
  /// Covariates × metrics.
  let slopes: Matrix
  /// W with WWᵀ = (XᵀX)⁻¹, X being the covariates relative to the arm's means.
  package let root: Matrix
  /// Wᵀ(x̄_k − x̄), the arm's imbalance in coordinates in which covariates are orthonormal.
  let imbalance: [Double]
  /// Covariates left out because others imply them.
  let dropped: [Int]

  /// What the metrics' means would be had the arm the covariates of everybody.
  var adjusted: [Double] {
    let shift = slopes.times(zip(covariates, overall).map(-), transposingSelf: true)
    return zip(outcomes, shift).map(-)
  }

  let overall: [Double]

  init(_ moments: CoMoments, _ relation: SlopeFit, overall: [Double]) {
    let p = relation.root.rows
    count = moments.count
    covariates = Array(moments.means.prefix(p))
    outcomes = Array(moments.means.dropFirst(p))
    slopes = relation.slopes
    root = relation.root
    dropped = relation.dropped
    self.overall = overall
    imbalance = root.times(zip(covariates, overall).map(-), transposingSelf: true)
  }
}

/// Slopes of the metrics on the covariates, from their cross-products within arms.
struct SlopeFit {
  let slopes: Matrix
  package let root: Matrix
  let dropped: [Int]

  /// None where covariates are nearly combinations of each other.
  init?(_ products: Matrix, covariates p: Int, varying: [Int]) {
    let metrics = Array(p..<products.columns)
    guard
      let inner = InverseRoot(crossProduct: products.selecting(rows: varying, columns: varying))
    else { return nil }
    self.init(
      inner, sums: products.selecting(rows: varying, columns: metrics), covariates: p,
      varying: varying)
  }

  /// From rows with the same cross-products as the data's.
  init?(rows: Matrix, covariates p: Int, varying: [Int]) {
    let all = Array(0..<rows.rows)
    let x = rows.selecting(rows: all, columns: varying)
    let y = rows.selecting(rows: all, columns: Array(p..<rows.columns))
    guard let inner = InverseRoot(rows: x) else { return nil }
    // Through the orthonormal coordinates, which keeps the digits that XᵀY would lose.
    let coordinates = (x * inner.root).times(y, transposingSelf: true)
    self.init(inner, slopes: inner.root * coordinates, covariates: p, varying: varying)
  }

  private init(_ inner: InverseRoot, sums: Matrix, covariates p: Int, varying: [Int]) {
    let slopes = inner.root * inner.root.times(sums, transposingSelf: true)
    self.init(inner, slopes: slopes, covariates: p, varying: varying)
  }

  private init(_ inner: InverseRoot, slopes: Matrix, covariates p: Int, varying: [Int]) {
    var root = Matrix(rows: p, columns: inner.rank)
    var whole = Matrix(rows: p, columns: slopes.columns)
    for (place, column) in varying.enumerated() {
      for j in 0..<inner.rank { root[column, j] = inner.root[place, j] }
      for j in 0..<slopes.columns { whole[column, j] = slopes[place, j] }
    }
    self.root = root
    self.slopes = whole
    let constant = (0..<p).filter { !varying.contains($0) }
    dropped = (constant + inner.dropped.map { varying[$0] }).sorted()
  }
}
