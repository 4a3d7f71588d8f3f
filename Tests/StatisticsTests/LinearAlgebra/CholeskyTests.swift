import Testing

@testable import Statistics

struct CholeskyTests {
  let a = Matrix([[4, 12, -16], [12, 37, -43], [-16, -43, 98]])

  /// A textbook factor with whole numbers: L = [[2], [6, 1], [-8, 5, 3]].
  @Test func factorOfAWholeMatrix() throws {
    let cholesky = try Cholesky(a)
    #expect(cholesky.factor == Matrix([[2, 0, 0], [6, 1, 0], [-8, 5, 3]]))
    #expect(abs(cholesky.logDeterminant - 3.58351893845611) < 1e-14)  // ln 36
  }

  @Test func solvesForVectorsAndMatrices() throws {
    let cholesky = try Cholesky(a)
    let x = cholesky.solve(a * [1, -2, 3])
    for (value, expected) in zip(x, [1.0, -2, 3]) { #expect(abs(value - expected) < 1e-11) }
    let wide = Matrix([[1, 0], [2, 5], [0, -1]])
    let solved = cholesky.solve(a * wide)
    for (value, expected) in zip(solved.elements, wide.elements) {
      #expect(abs(value - expected) < 1e-11)
    }
  }

  /// The inverse has the closed form 1/36 · [[1777, -488, 76], [-488, 136, -20], [76, -20, 4]].
  @Test func inverseIsSymmetric() throws {
    let inverse = try Cholesky(a).inverse
    let expected = Matrix([[1777, -488, 76], [-488, 136, -20], [76, -20, 4]])
    #expect(inverse == inverse.transpose)
    for (value, whole) in zip(inverse.elements, expected.elements) {
      #expect(abs(value - whole / 36) < 1e-11)
    }
  }

  @Test func indefiniteAndUndefinedMatricesThrow() {
    #expect(throws: NotPositiveDefinite(minor: 2)) {
      _ = try Cholesky(Matrix([[1, 2], [2, 1]]))
    }
    #expect(throws: NotPositiveDefinite.self) {
      _ = try Cholesky(Matrix([[.nan, 0], [0, 1]]))
    }
  }
}

struct SymmetricEigenTests {
  @Test func eigenvaluesOfASmallMatrix() throws {
    let eigen = try #require(SymmetricEigen(Matrix([[2, 1], [1, 2]])))
    #expect(abs(eigen.values[0] - 1) < 1e-15)
    #expect(abs(eigen.values[1] - 3) < 1e-15)
    #expect(abs(abs(eigen.vectors[0, 0]) - 0.5.squareRoot()) < 1e-15)
    #expect(abs(eigen.vectors[0, 0] + eigen.vectors[0, 1]) < 1e-15)
  }

  @Test func decompositionPutsTheMatrixTogetherAgain() throws {
    let a = Matrix([[4, 12, -16], [12, 37, -43], [-16, -43, 98]])
    let eigen = try #require(SymmetricEigen(a))
    let again =
      eigen.vectors.times(.diagonal(eigen.values) * eigen.vectors, transposingSelf: true)
    for (value, expected) in zip(again.elements, a.elements) {
      #expect(abs(value - expected) < 1e-12)
    }
  }

  @Test func notANumberHasNoEigenvalues() {
    #expect(SymmetricEigen(Matrix([[.infinity, 0], [0, 1]])) == nil)
  }
}
