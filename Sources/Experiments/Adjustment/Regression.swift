import Statistics

/// The least-squares coefficients of several responses on the same regressors, from their cross-products.
struct Regression {
  /// A row for each regressor, a column for each response; rows of dropped regressors are 0.
  let coefficients: Matrix
  /// Regressors that do not vary, or are a combination of those before them.
  let dropped: [Int]

  /// What is left of a regressor's variance below which it counts as a combination of the others:
  /// products from moments keep some 12 digits, half of which remain in the coefficient there.
  private static let leastPivot = 1e-9

  /// - Parameters:
  ///   - products: Centred cross-products of the responses, then the regressors.
  ///   - responses: How many responses there are.
  init(_ products: Matrix, responses: Int) {
    let regressors = products.rows - responses
    let scales = (0..<regressors).map { products[responses + $0, responses + $0].squareRoot() }
    func correlation(_ i: Int, _ j: Int) -> Double {
      products[responses + i, responses + j] / scales[i] / scales[j]
    }
    // Rows of the Cholesky factor of the correlations of the regressors kept so far.
    var rows: [[Double]] = []
    var kept: [Int] = []
    for candidate in 0..<regressors where scales[candidate] > 0 {
      var row: [Double] = []
      for (place, other) in kept.enumerated() {
        let known = zip(rows[place], row).reduce(0) { $0 + $1.0 * $1.1 }
        row.append((correlation(candidate, other) - known) / rows[place][place])
      }
      let pivot = 1 - row.reduce(0) { $0 + $1 * $1 }
      guard pivot > Regression.leastPivot else { continue }
      rows.append(row + [pivot.squareRoot()])
      kept.append(candidate)
    }
    let factor = rows.map { $0 + [Double](repeating: 0, count: kept.count - $0.count) }
    var result = Matrix(rows: regressors, columns: responses)
    for response in 0..<responses {
      let right = kept.map { products[response, responses + $0] / scales[$0] }
      let solution = Regression.solve(factor, right)
      for (place, regressor) in kept.enumerated() {
        result[regressor, response] = solution[place] / scales[regressor]
      }
    }
    coefficients = result
    dropped = (0..<regressors).filter { !kept.contains($0) }
  }

  /// x with L·Lᵀ·x = b.
  private static func solve(_ factor: [[Double]], _ b: [Double]) -> [Double] {
    var x = b
    for i in x.indices {
      for j in 0..<i { x[i] -= factor[i][j] * x[j] }
      x[i] /= factor[i][i]
    }
    for i in x.indices.reversed() {
      for j in (i + 1)..<max(i + 1, x.count) { x[i] -= factor[j][i] * x[j] }
      x[i] /= factor[i][i]
    }
    return x
  }
}
