/// The factorisation A·P = Q·R with the columns of A in the order of what they add to those before.
///
/// Businger and Golub, "Linear least squares solutions by Householder transformations", Numerische
/// Mathematik 7, 1965; LAPACK's dgeqp3. Columns beyond the rank are linear combinations of the others
/// up to rounding: |R_jj| ≤ max(rows, columns)·ε·|R_00|.
public struct PivotedQR: Sendable {
  public let rows: Int
  public let columns: Int
  /// The column of A at each place of A·P.
  public let pivots: [Int]
  public let rank: Int
  /// R above the reflectors of Q, column by column.
  private let elements: [Double]
  private let scales: [Double]

  /// None where an element is not finite.
  public init?(_ matrix: Matrix) {
    guard matrix.elements.allSatisfy(\.isFinite) else { return nil }
    rows = matrix.rows
    columns = matrix.columns
    var elements = matrix.transpose.elements
    if elements.isEmpty {
      (scales, pivots) = ([], Array(0..<matrix.columns))
    } else {
      _ = Kernels.current
      (scales, pivots) = OpenBLAS.factorQR(&elements, rows: matrix.rows, columns: matrix.columns)
    }
    self.elements = elements
    let (height, shortest) = (matrix.rows, min(matrix.rows, matrix.columns))
    let diagonal = (0..<shortest).map { elements[$0 * height + $0].magnitude }
    let least =
      Double(max(matrix.rows, matrix.columns)) * Double.ulpOfOne * (diagonal.first ?? 0)
    rank = diagonal.prefix { $0 > least }.count
  }

  /// The columns of A beyond the rank, in ascending order.
  public var dependent: [Int] { pivots[rank...].sorted() }

  /// R, with zeros below the diagonal; min(rows, columns) × columns, in the order of the pivots.
  public var factor: Matrix {
    var result = Matrix(rows: min(rows, columns), columns: columns)
    for j in 0..<columns {
      for i in 0..<min(j + 1, result.rows) { result[i, j] = elements[j * rows + i] }
    }
    return result
  }

  /// R with its columns back in the order of A's: RᵀR = AᵀA.
  public var factorInOrder: Matrix {
    let factor = factor
    var result = Matrix(rows: factor.rows, columns: columns)
    for (place, column) in pivots.enumerated() {
      for i in 0..<factor.rows { result[i, column] = factor[i, place] }
    }
    return result
  }

  /// Qᵀ·B, as many rows as A.
  public func transposedQ(times b: Matrix) -> Matrix {
    precondition(b.rows == rows, "the right-hand sides have the rows of the matrix")
    guard !scales.isEmpty, b.columns > 0 else { return b }
    var c = b.transpose
    OpenBLAS.multiplyTransposedQ(
      elements, scales: scales, rows: rows, into: &c.elements, columns: b.columns)
    return c.transpose
  }

  /// W with WWᵀ = (AᵀA)⁻¹ on the columns within the rank; columns × rank, rows of zeros for the others.
  public var inverseRoot: Matrix {
    let factor = factor
    var triangle = Matrix(rows: rank, columns: rank)
    for i in 0..<rank { for j in i..<rank { triangle[i, j] = factor[i, j] } }
    let inverse = triangle.upperTriangularInverse
    var result = Matrix(rows: columns, columns: rank)
    for i in 0..<rank { for j in i..<rank { result[pivots[i], j] = inverse[i, j] } }
    return result
  }

  /// The X of least ‖A·X − B‖ with zeros in the rows of the columns beyond the rank.
  public func solve(_ b: Matrix) -> Matrix {
    let projected = transposedQ(times: b)
    let head = Matrix(
      rows: rank, columns: b.columns, elements: Array(projected.elements.prefix(rank * b.columns)))
    return inverseRoot * head
  }
}
