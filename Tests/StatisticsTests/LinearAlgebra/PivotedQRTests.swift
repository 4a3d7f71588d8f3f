import Testing

@testable import Statistics

@Suite struct PivotedQRTests {
  private let a = Matrix([
    [1, 2, 3, 1], [1, 5, 6, 0], [1, -1, 0, 4], [1, 0, 1, 2], [1, 3, 4, 9],
  ])

  @Test func columnsThatOthersImplyLieBeyondTheRank() throws {
    let factors = try #require(PivotedQR(a))  // column 2 is column 0 plus column 1
    #expect(factors.rank == 3)
    #expect(factors.dependent.count == 1)
    #expect(!factors.dependent.contains(3))
  }

  @Test func theFactorHasTheMatrixsCrossProducts() throws {
    let factors = try #require(PivotedQR(a))
    for (value, expected) in zip(factors.factorInOrder.gram.elements, a.gram.elements) {
      #expect(abs(value - expected) < 1e-12)
    }
  }

  @Test func solutionsLeaveOrthogonalResiduals() throws {
    let b = Matrix([[1, 0], [2, 5], [0, -1], [4, 4], [3, 7]])
    let factors = try #require(PivotedQR(a))
    let x = factors.solve(b)
    for column in 0..<2 { #expect(x[factors.dependent[0], column] == 0) }
    let residuals = b + -1 * (a * x)
    for value in a.times(residuals, transposingSelf: true).elements {
      #expect(abs(value) < 1e-12)
    }
  }

  @Test func theRootInvertsTheCrossProducts() throws {
    let independent = Matrix((0..<5).map { row in [a[row, 0], a[row, 1], a[row, 3]] })
    let root = try #require(PivotedQR(independent)).inverseRoot
    let product = root.times(root, transposingOther: true) * independent.gram
    for (value, expected) in zip(product.elements, Matrix.identity(3).elements) {
      #expect(abs(value - expected) < 1e-13)
    }
  }

  @Test func shapesAtTheEdge() throws {
    #expect(try #require(PivotedQR(Matrix(rows: 3, columns: 0))).rank == 0)
    #expect(try #require(PivotedQR(Matrix(rows: 2, columns: 2))).rank == 0)
    #expect(try #require(PivotedQR(Matrix([[1, 2, 3]]))).rank == 1)
    #expect(PivotedQR(Matrix([[.nan]])) == nil)
  }
}
