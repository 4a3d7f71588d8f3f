/// The eigenvalues λ and orthonormal eigenvectors v of a symmetric matrix: A·v = λ·v.
public struct SymmetricEigen: Sendable {
  /// In ascending order.
  public let values: [Double]
  /// One eigenvector a row, in the order of the values.
  public let vectors: Matrix

  /// Decomposes `matrix`, of which only the lower triangle is read.
  ///
  /// - Returns: nil where an element is not finite or the iteration does not converge.
  public init?(_ matrix: Matrix) {
    precondition(matrix.isSquare, "only a square matrix has eigenvalues")
    guard matrix.elements.allSatisfy(\.isFinite) else { return nil }
    var elements = matrix.elements
    var values: [Double] = []
    if matrix.rows > 0 {
      _ = Kernels.current
      guard let found = OpenBLAS.eigen(&elements, order: matrix.rows) else { return nil }
      values = found
    }
    self.values = values
    vectors = Matrix(rows: matrix.rows, columns: matrix.rows, elements: elements)
  }
}
