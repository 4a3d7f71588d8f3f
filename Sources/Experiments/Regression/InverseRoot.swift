import Statistics

/// A root of the inverse of a cross-product: W with WWᵀ = (XᵀX)⁻¹ on the columns of X that are kept.
///
/// Columns are brought to unit length before they are judged, so that units of measurement do not
/// matter. Where Cholesky's squared pivots, 1 − R² of a column on those before it, stay above 10⁻⁶ the
/// cross-product alone is enough; else half the digits would be lost and X itself has to be factored.
struct InverseRoot: Sendable {
  /// Columns × rank; rows of zeros for what is dropped.
  package let root: Matrix
  /// Columns that are linear combinations of the others, in ascending order.
  let dropped: [Int]

  static let leastSquaredPivot = 1e-6

  var rank: Int { root.columns }

  /// None where a column is nearly a combination of the others.
  init?(crossProduct: Matrix) {
    let order = crossProduct.rows
    guard crossProduct.diagonal.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let scales = crossProduct.diagonal.map { 1 / $0.squareRoot() }
    var scaled = Matrix(rows: order, columns: order)
    for i in 0..<order {
      for j in 0..<order { scaled[i, j] = crossProduct[i, j] * scales[i] * scales[j] }
    }
    guard let factor = try? Cholesky(scaled).factor,
      factor.diagonal.allSatisfy({ $0 * $0 >= Self.leastSquaredPivot })
    else { return nil }
    root = .diagonal(scales) * factor.transpose.upperTriangularInverse
    dropped = []
  }

  /// From X, or from any matrix with its cross-product; none where an element is not finite.
  init?(rows: Matrix) {
    let lengths = (0..<rows.columns).map { column in
      // Scaled by the largest so that no square overflows.
      let largest = (0..<rows.rows).reduce(0.0) { max($0, rows[$1, column].magnitude) }
      guard largest > 0 else { return 0.0 }
      let sum = (0..<rows.rows).reduce(0.0) {
        let share = rows[$1, column] / largest
        return $0 + share * share
      }
      return largest * sum.squareRoot()
    }
    let scales = lengths.map { $0 > 0 ? 1 / $0 : 0 }
    var scaled: [Double] = []
    scaled.reserveCapacity(rows.elements.count)
    for i in 0..<rows.rows {
      for j in 0..<rows.columns { scaled.append(rows[i, j] * scales[j]) }
    }
    guard
      let factors = PivotedQR(
        Matrix(rows: rows.rows, columns: rows.columns, elements: scaled))
    else { return nil }
    root = .diagonal(scales) * factors.inverseRoot
    dropped = factors.dependent
  }
}
