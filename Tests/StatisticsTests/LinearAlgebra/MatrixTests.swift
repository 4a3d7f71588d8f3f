import Testing

@testable import Statistics

struct MatrixTests {
  let a = Matrix([[1, 2, 3], [4, 5, 6]])
  let b = Matrix([[7, 8], [9, 10], [11, 12]])

  @Test func productsOfSmallMatricesAreExact() {
    #expect(a * b == Matrix([[58, 64], [139, 154]]))
    #expect(a.times(a, transposingOther: true) == Matrix([[14, 32], [32, 77]]))
    #expect(a.times(a, transposingSelf: true) == a.gram)
    #expect(b.times(a, transposingSelf: true, transposingOther: true) == (a * b).transpose)
    #expect(a * [1, 0, -1] == [-2, -2])
    #expect(a.times([1, -1], transposingSelf: true) == [-3, -3, -3])
  }

  @Test func gramIsSymmetricBothWays() {
    #expect(a.gram == Matrix([[17, 22, 27], [22, 29, 36], [27, 36, 45]]))
  }

  @Test func sumsAndScalesWorkElementByElement() {
    #expect(a + a == 2 * a)
    #expect((2 * a)[1, 2] == 12)
  }

  @Test func emptyShapesGiveZeros() {
    #expect(
      Matrix(rows: 2, columns: 0) * Matrix(rows: 0, columns: 3) == Matrix(rows: 2, columns: 3))
    #expect(Matrix(rows: 0, columns: 2).gram == Matrix(rows: 2, columns: 2))
  }

  @Test func identityLeavesAMatrixAsItIs() {
    #expect(Matrix.identity(2) * a == a)
    #expect(Matrix.diagonal([2, 3]).diagonal == [2, 3])
  }

  /// Products through the library agree with sums written out, beyond one block of its kernels.
  @Test func largeProductsAgreeWithSumsWrittenOut() {
    var stream = Draws(seed: 3, replication: 0).stream(
      Individual(family: 0, index: 0), Purpose("matrix"))
    let m = Matrix(rows: 67, columns: 301, elements: (0..<67 * 301).map { _ in stream.uniform() })
    let n = Matrix(rows: 301, columns: 45, elements: (0..<301 * 45).map { _ in stream.uniform() })
    let product = m * n
    var worst = 0.0
    for i in 0..<67 {
      for j in 0..<45 {
        let sum = (0..<301).reduce(0) { $0 + m[i, $1] * n[$1, j] }
        worst = max(worst, abs(product[i, j] / sum - 1))
      }
    }
    #expect(worst < 1e-14)
  }
}
