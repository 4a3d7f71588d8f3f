/// The matrix arithmetic in loops of our own: every sum has one order, whatever the processor offers.
///
/// OpenBLAS picks kernels by the processor, which add in different orders and with or without fused
/// multiply-adds, so that last digits differ from machine to machine. Here a product is a product
/// and a sum a sum, in the order written. Shapes and storage are those of ``OpenBLAS``.
enum PortableKernels {
  /// C ← op(A)·op(B), where op(A) has shape m × k and op(B) k × n.
  static func multiply(
    _ a: [Double], transposed transposeA: Bool, _ b: [Double], transposed transposeB: Bool,
    m: Int, n: Int, k: Int, into c: inout [Double]
  ) {
    let left = transposeA ? transposed(a, rows: k, columns: m) : a
    let right = transposeB ? transposed(b, rows: n, columns: k) : b
    let (x, y) = (left.span, right.span)
    var sums = c.mutableSpan
    for place in 0..<(m * n) { sums[place] = 0 }
    for i in 0..<m {
      for p in 0..<k {
        let factor = x[i * k + p]
        for j in 0..<n { sums[i * n + j] += factor * y[p * n + j] }
      }
    }
  }

  /// C ← A·B (+ C) in single precision: A is m × k within longer rows, B k × n, n a multiple of 8.
  static func multiply(
    _ a: [Float], from start: Int, stride: Int, _ b: [SIMD8<Float>], m: Int, n: Int, k: Int,
    addingTo c: inout [Float], isEmpty: Bool
  ) {
    let (x, y) = (a.span, b.span)
    let width = n / 8
    var sums = [SIMD8<Float>](repeating: .zero, count: width)
    for i in 0..<m {
      for j in 0..<width {
        sums[j] = .zero
        if !isEmpty { for lane in 0..<8 { sums[j][lane] = c[i * n + j * 8 + lane] } }
      }
      var row = sums.mutableSpan
      for p in 0..<k {
        let factor = SIMD8<Float>(repeating: x[start + i * stride + p])
        for j in 0..<width { row[j] += factor * y[p * width + j] }
      }
      for j in 0..<width { for lane in 0..<8 { c[i * n + j * 8 + lane] = row[j][lane] } }
    }
  }

  /// y ← A·x, or Aᵀ·x, where A is rows × columns.
  static func multiply(
    _ a: [Double], rows: Int, columns: Int, transposed: Bool, _ x: [Double], into y: inout [Double]
  ) {
    let (cells, factors) = (a.span, x.span)
    var sums = y.mutableSpan
    for place in 0..<(transposed ? columns : rows) { sums[place] = 0 }
    for i in 0..<rows {
      for j in 0..<columns {
        if transposed {
          sums[j] += factors[i] * cells[i * columns + j]
        } else {
          sums[i] += cells[i * columns + j] * factors[j]
        }
      }
    }
  }

  /// The lower triangle of C ← AᵀA, where A is rows × columns; the upper one is left as it was.
  static func gram(_ a: [Double], rows: Int, columns: Int, into c: inout [Double]) {
    gram(a.span, from: 0, rows: rows, columns: columns, into: &c)
  }

  /// Takes each column's mean off the rows × columns values of A from `start` on, and puts the lower triangle of AᵀA of what
  /// is left into C; the upper one is left as it was.
  ///
  /// - Returns: The means.
  static func centredGram(
    _ a: inout [Double], from start: Int, rows: Int, columns: Int, into c: inout [Double]
  ) -> [Double] {
    var means = [Double](repeating: 0, count: columns)
    var cells = a.mutableSpan
    for row in 0..<rows {
      for j in 0..<columns { means[j] += cells[start + row * columns + j] }
    }
    for j in 0..<columns { means[j] /= Double(rows) }
    for row in 0..<rows {
      for j in 0..<columns { cells[start + row * columns + j] -= means[j] }
    }
    gram(a.span, from: start, rows: rows, columns: columns, into: &c)
    return means
  }

  private static func gram(
    _ cells: Span<Double>, from start: Int, rows: Int, columns: Int, into c: inout [Double]
  ) {
    var sums = c.mutableSpan
    for i in 0..<columns { for j in 0...i { sums[i * columns + j] = 0 } }
    for row in 0..<rows {
      let first = start + row * columns
      for i in 0..<columns {
        let factor = cells[first + i]
        for j in 0...i { sums[i * columns + j] += factor * cells[first + j] }
      }
    }
  }

  /// Replaces the lower triangle of A by its Cholesky factor.
  ///
  /// - Returns: 0, or the order of the first leading minor that is not positive definite.
  static func factorCholesky(_ a: inout [Double], order n: Int) -> Int {
    for j in 0..<n {
      for i in j..<n {
        var rest = a[i * n + j]
        for k in 0..<j { rest -= a[i * n + k] * a[j * n + k] }
        if i == j {
          guard rest > 0 else { return j + 1 }
          a[j * n + j] = rest.squareRoot()
        } else {
          a[i * n + j] = rest / a[j * n + j]
        }
      }
    }
    return 0
  }

  /// Solves A·X = B for every row of `b` (n values each), given the Cholesky factor of A.
  static func solveCholesky(
    _ factor: [Double], order n: Int, rightHandSides b: inout [Double], count: Int
  ) {
    for start in stride(from: 0, to: count * n, by: n) {
      for i in 0..<n {
        for k in 0..<i { b[start + i] -= factor[i * n + k] * b[start + k] }
        b[start + i] /= factor[i * n + i]
      }
      for i in (0..<n).reversed() {
        for k in (i + 1)..<max(n, i + 1) { b[start + i] -= factor[k * n + i] * b[start + k] }
        b[start + i] /= factor[i * n + i]
      }
    }
  }

  /// A given row by row, column by column.
  private static func transposed(_ a: [Double], rows: Int, columns: Int) -> [Double] {
    var result = [Double](repeating: 0, count: a.count)
    for i in 0..<rows { for j in 0..<columns { result[j * rows + i] = a[i * columns + j] } }
    return result
  }
}
