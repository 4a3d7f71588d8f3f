import Testing

@testable import Statistics

/// The loops of our own beside the library's kernels, which compute the same in another order.
@Suite struct PortableKernelsTests {
  private func values(_ count: Int, _ seed: Int = 1) -> [Double] {
    (0..<count).map { Double((($0 + seed) * 7919) % 1009) / 1009 - 0.5 }
  }

  private func near(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-11) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude <= tolerance }
  }

  @Test(arguments: [(1, 1, 1), (3, 5, 2), (17, 9, 33), (64, 70, 300)], [false, true])
  func products(_ shape: (m: Int, n: Int, k: Int), transposing: Bool) {
    let (m, n, k) = shape
    let (a, b) = (values(m * k), values(k * n, 3))
    for other in [false, true] {
      var (own, library) = (values(m * n, 9), values(m * n, 9))
      PortableKernels.multiply(
        a, transposed: transposing, b, transposed: other, m: m, n: n, k: k, into: &own)
      OpenBLAS.multiply(
        a, transposed: transposing, b, transposed: other, m: m, n: n, k: k, into: &library)
      #expect(near(own, library))
    }
    let x = values(max(m, k), 5)
    var (own, library) = (values(max(m, k)), values(max(m, k)))
    PortableKernels.multiply(a, rows: m, columns: k, transposed: transposing, x, into: &own)
    OpenBLAS.multiply(a, rows: m, columns: k, transposed: transposing, x, into: &library)
    #expect(near(own, library))
  }

  @Test(arguments: [true, false]) func productsInSinglePrecision(isEmpty: Bool) {
    let (m, n, k, stride, start) = (5, 24, 40, 50, 7)
    let a = values(m * stride + start).map(Float.init)
    let b = (0..<k * n / 8).map { place in
      SIMD8<Float>((0..<8).map { Float((place * 8 + $0) % 13) / 13 })
    }
    var own = [Float](repeating: 0.25, count: m * n)
    var library = own
    PortableKernels.multiply(
      a, from: start, stride: stride, b, m: m, n: n, k: k, addingTo: &own, isEmpty: isEmpty)
    OpenBLAS.multiply(
      a, from: start, stride: stride, b, m: m, n: n, k: k, addingTo: &library, isEmpty: isEmpty)
    #expect(near(own.map(Double.init), library.map(Double.init), 1e-5))
  }

  @Test(arguments: [1, 4, 23]) func productsWithItself(columns: Int) {
    let rows = 300
    let upper = [Double](repeating: 7, count: columns * columns)
    var (own, library) = (upper, upper)
    PortableKernels.gram(values(rows * columns), rows: rows, columns: columns, into: &own)
    OpenBLAS.gram(values(rows * columns), rows: rows, columns: columns, into: &library)
    #expect(near(own, library))
    var (a, b) = (values(rows * columns + 5), values(rows * columns + 5))
    (own, library) = (upper, upper)
    let means = PortableKernels.centredGram(&a, from: 5, rows: rows, columns: columns, into: &own)
    let others = OpenBLAS.centredGram(&b, from: 5, rows: rows, columns: columns, into: &library)
    #expect(near(means, others) && near(a, b) && near(own, library))
  }

  @Test(arguments: [1, 2, 12]) func choleskyFactors(order: Int) {
    var gram = [Double](repeating: 0, count: order * order)
    PortableKernels.gram(values(50 * order), rows: 50, columns: order, into: &gram)
    var (own, library) = (gram, gram)
    #expect(PortableKernels.factorCholesky(&own, order: order) == 0)
    #expect(OpenBLAS.factorCholesky(&library, order: order) == 0)
    #expect(near(own, library))
    var (x, y) = (values(3 * order), values(3 * order))
    PortableKernels.solveCholesky(own, order: order, rightHandSides: &x, count: 3)
    OpenBLAS.solveCholesky(library, order: order, rightHandSides: &y, count: 3)
    #expect(near(x, y, 1e-9))
    gram[order * order - 1] = -1
    #expect(PortableKernels.factorCholesky(&gram, order: order) == order)
    gram[order * order - 1] = .nan
    #expect(PortableKernels.factorCholesky(&gram, order: order) > 0)
  }

  /// Columns of very different sizes, two of them equal and one of zeros; more rows than columns and fewer.
  @Test(arguments: [(9, 5), (4, 7), (1, 1), (200, 6)])
  func orthogonalFactors(_ shape: (rows: Int, columns: Int)) {
    let (rows, columns) = shape
    var a = (0..<columns).flatMap { column in
      values(rows, column * 31).map { column == 3 ? 0 : $0 * [1, 1e8, 1e-8][column % 3] }
    }
    if columns > 4 { a.replaceSubrange(0..<rows, with: a[4 * rows..<5 * rows]) }
    var (own, library) = (a, a)
    let mine = PortableKernels.factorQR(&own, rows: rows, columns: columns)
    let theirs = OpenBLAS.factorQR(&library, rows: rows, columns: columns)
    func diagonal(_ factor: [Double]) -> [Double] {
      (0..<min(rows, columns)).map { factor[$0 * rows + $0].magnitude }
    }
    for (x, y) in zip(diagonal(own), diagonal(library)) {
      #expect((x - y).magnitude <= 1e-9 * max(x, y) + 1e-7)
    }
    #expect(Set(mine.pivots) == Set(theirs.pivots))
    // R is QᵀA, and the reflections keep lengths.
    var image = mine.pivots.flatMap { a[$0 * rows..<($0 + 1) * rows] }
    let before = image
    PortableKernels.multiplyTransposedQ(
      own, scales: mine.scales, rows: rows, into: &image, columns: columns)
    for column in 0..<columns {
      let scale = before[column * rows..<(column + 1) * rows].reduce(0) { $0 + $1 * $1 }
        .squareRoot()
      for row in 0..<rows {
        let expected = row <= column ? own[column * rows + row] : 0
        #expect((image[column * rows + row] - expected).magnitude <= 1e-12 * max(scale, 1e-300))
      }
    }
  }

  @Test(arguments: [1, 2, 9]) func eigenvectors(order: Int) throws {
    var matrix = values(order * order)
    for i in 0..<order { for j in 0..<i { matrix[j * order + i] = matrix[i * order + j] } }
    var (own, library) = (matrix, matrix)
    let values = try #require(PortableKernels.eigen(&own, order: order))
    let others = try #require(OpenBLAS.eigen(&library, order: order))
    #expect(near(values, others))
    for (place, value) in values.enumerated() {
      let vector = Array(own[place * order..<(place + 1) * order])
      #expect((vector.reduce(0) { $0 + $1 * $1 } - 1).magnitude < 1e-12)
      for i in 0..<order {
        let product = (0..<order).reduce(0) { $0 + matrix[i * order + $1] * vector[$1] }
        #expect((product - value * vector[i]).magnitude < 1e-12)
      }
    }
  }

  @Test func eigenvectorsOfPlainMatrices() throws {
    for var matrix in [[0.0, 0, 0, 0], [1, 0, 0, 1], [0, 2, 2, 0], [1e200, 0, 1e-200, 1e-100]] {
      let trace = matrix[0] + matrix[3]
      let values = try #require(PortableKernels.eigen(&matrix, order: 2))
      #expect((values[0] + values[1] - trace).magnitude <= 1e-12 * max(1, trace))
    }
  }
}
