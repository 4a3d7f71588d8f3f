extension Matrix {
  /// The inverse of an upper triangular matrix without zeros on its diagonal.
  public var upperTriangularInverse: Matrix {
    precondition(isSquare, "only a square matrix has an inverse")
    var result = Matrix(rows: rows, columns: rows)
    for j in 0..<rows {
      result[j, j] = 1 / self[j, j]
      for i in (0..<j).reversed() {
        var sum = 0.0
        for k in (i + 1)...j { sum += self[i, k] * result[k, j] }
        result[i, j] = -sum / self[i, i]
      }
    }
    return result
  }
}
