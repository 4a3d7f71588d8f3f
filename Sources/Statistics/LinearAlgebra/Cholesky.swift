import RealModule

/// A matrix that ought to be positive definite is not, up to rounding.
public struct NotPositiveDefinite: Error, Sendable, Equatable, CustomStringConvertible {
  /// The order of the first leading minor that is not positive.
  public let minor: Int

  public var description: String { "the leading minor of order \(minor) is not positive" }
}

/// The Cholesky factorisation A = LLᵀ of a symmetric positive definite matrix.
public struct Cholesky: Sendable {
  public let order: Int
  /// L in the lower triangle; what lies above it is no part of the factor.
  private let elements: [Double]

  /// Factors `matrix`, of which only the lower triangle is read.
  ///
  /// - Throws: `NotPositiveDefinite`, also where an element is not a number.
  public init(_ matrix: Matrix) throws(NotPositiveDefinite) {
    precondition(matrix.isSquare, "only a square matrix has a Cholesky factor")
    order = matrix.rows
    var elements = matrix.elements
    if order > 0 {
      _ = Kernels.current
      let failure = OpenBLAS.factorCholesky(&elements, order: order)
      guard failure == 0 else { throw NotPositiveDefinite(minor: failure) }
      // OpenBLAS lets what is not a number pass.
      for i in 0..<order where !elements[i * order + i].isFinite {
        throw NotPositiveDefinite(minor: i + 1)
      }
    }
    self.elements = elements
  }

  /// L, with zeros above the diagonal.
  public var factor: Matrix {
    var result = Matrix(rows: order, columns: order)
    for i in 0..<order { for j in 0...i { result[i, j] = elements[i * order + j] } }
    return result
  }

  /// x with A·x = b.
  public func solve(_ b: [Double]) -> [Double] {
    precondition(b.count == order, "the right-hand side has the order of the matrix")
    guard order > 0 else { return [] }
    var x = b
    OpenBLAS.solveCholesky(elements, order: order, rightHandSides: &x, count: 1)
    return x
  }

  /// X with A·X = B, B having as many rows as A.
  public func solve(_ b: Matrix) -> Matrix {
    precondition(b.rows == order, "the right-hand sides have the order of the matrix")
    guard order > 0, b.columns > 0 else { return b }
    // LAPACK takes right-hand sides column by column, which are the rows of the transpose.
    var x = b.transpose
    OpenBLAS.solveCholesky(elements, order: order, rightHandSides: &x.elements, count: b.columns)
    return x.transpose
  }

  /// A⁻¹, exactly symmetric.
  public var inverse: Matrix {
    var result = solve(.identity(order))
    for i in 0..<order { for j in 0..<i { result[j, i] = result[i, j] } }
    return result
  }

  /// ln det A.
  public var logDeterminant: Double {
    (0..<order).reduce(0) { $0 + 2 * Double.log(elements[$1 * order + $1]) }
  }
}
