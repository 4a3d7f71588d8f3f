/// Orthogonal factors in loops of our own, with the storage of LAPACK's.
extension PortableKernels {
  /// Factors A·P = Q·R, A being given column by column, and leaves R above Q's reflectors in its place.
  ///
  /// Householder's reflections, each of the column with the most left of it; Golub and Van Loan,
  /// "Matrix Computations", algorithm 5.4.1.
  ///
  /// - Returns: The scales of the reflectors, and the column of A at each place of A·P.
  static func factorQR(
    _ a: inout [Double], rows: Int, columns: Int
  ) -> (scales: [Double], pivots: [Int]) {
    var pivots = Array(0..<columns)
    var scales = [Double](repeating: 0, count: min(rows, columns))
    for step in scales.indices {
      var (pivot, most) = (step, -1.0)
      for column in step..<columns {
        let length = norm(a, column * rows + step..<(column + 1) * rows)
        if length > most { (pivot, most) = (column, length) }
      }
      if pivot != step {
        pivots.swapAt(pivot, step)
        for row in 0..<rows { a.swapAt(pivot * rows + row, step * rows + row) }
      }
      let diagonal = step * rows + step
      let below = diagonal + 1..<(step + 1) * rows
      guard norm(a, below) > 0 else { continue }
      let reflected = a[diagonal] > 0 ? -most : most
      scales[step] = (reflected - a[diagonal]) / reflected
      for place in below { a[place] /= a[diagonal] - reflected }
      a[diagonal] = reflected
      for column in (step + 1)..<max(columns, step + 1) {
        var sum = a[column * rows + step]
        for row in (step + 1)..<rows { sum += a[step * rows + row] * a[column * rows + row] }
        sum *= scales[step]
        a[column * rows + step] -= sum
        for row in (step + 1)..<rows { a[column * rows + row] -= sum * a[step * rows + row] }
      }
    }
    return (scales, pivots)
  }

  /// Replaces C, given column by column, by Qᵀ·C.
  static func multiplyTransposedQ(
    _ factor: [Double], scales: [Double], rows: Int, into c: inout [Double], columns: Int
  ) {
    for (step, scale) in scales.enumerated() where scale != 0 {
      for column in 0..<columns {
        var sum = c[column * rows + step]
        for row in (step + 1)..<rows { sum += factor[step * rows + row] * c[column * rows + row] }
        sum *= scale
        c[column * rows + step] -= sum
        for row in (step + 1)..<rows { c[column * rows + row] -= sum * factor[step * rows + row] }
      }
    }
  }

  /// Replaces symmetric A by its eigenvectors, one a row, in ascending order of the eigenvalues.
  ///
  /// Jacobi's rotations, row by row; Golub and Van Loan, algorithm 8.5.3.
  ///
  /// - Returns: The eigenvalues, or nil where the iteration did not converge.
  static func eigen(_ a: inout [Double], order n: Int) -> [Double]? {
    // Only the lower triangle is given.
    for i in 0..<n { for j in 0..<i { a[j * n + i] = a[i * n + j] } }
    var vectors = [Double](repeating: 0, count: n * n)
    for i in 0..<n { vectors[i * n + i] = 1 }
    var isConverged = false
    for _ in 0..<60 where !isConverged {
      isConverged = true
      for p in 0..<n {
        for q in (p + 1)..<max(n, p + 1) {
          let (off, x, y) = (a[p * n + q], a[p * n + p], a[q * n + q])
          guard off.magnitude > 0x1p-54 * (x.magnitude.squareRoot() * y.magnitude.squareRoot()),
            off.magnitude > 0x1p-60 * max(x.magnitude, y.magnitude)
          else { continue }
          isConverged = false
          rotate(&a, &vectors, n, p, q)
        }
      }
    }
    guard isConverged else { return nil }
    let order = (0..<n).sorted { (a[$0 * n + $0], $0) < (a[$1 * n + $1], $1) }
    let values = order.map { a[$0 * n + $0] }
    a = order.flatMap { vectors[$0 * n..<($0 + 1) * n] }
    return values
  }

  /// Turns the plane of two coordinates so that the element between them is 0.
  private static func rotate(
    _ a: inout [Double], _ vectors: inout [Double], _ n: Int, _ p: Int, _ q: Int
  ) {
    let tau = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q])
    // Where τ² overflows the tangent is 1/2τ.
    let tangent =
      tau.magnitude > 1e150
      ? 0.5 / tau : (tau < 0 ? -1 : 1) / (tau.magnitude + (1 + tau * tau).squareRoot())
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    for k in 0..<n {
      let (x, y) = (a[k * n + p], a[k * n + q])
      (a[k * n + p], a[k * n + q]) = (cosine * x - sine * y, sine * x + cosine * y)
    }
    for k in 0..<n {
      let (x, y) = (a[p * n + k], a[q * n + k])
      (a[p * n + k], a[q * n + k]) = (cosine * x - sine * y, sine * x + cosine * y)
      let (u, v) = (vectors[p * n + k], vectors[q * n + k])
      (vectors[p * n + k], vectors[q * n + k]) = (cosine * u - sine * v, sine * u + cosine * v)
    }
    (a[p * n + q], a[q * n + p]) = (0, 0)
  }

  /// √Σx², scaled so that no square leaves the range of numbers.
  private static func norm(_ a: [Double], _ range: Range<Int>) -> Double {
    var most = 0.0
    for place in range { most = max(most, a[place].magnitude) }
    guard most > 0, most.isFinite else { return most }
    var sum = 0.0
    for place in range { sum += (a[place] / most) * (a[place] / most) }
    return most * sum.squareRoot()
  }
}
