extension Matrix {
  public static func * (a: Matrix, b: Matrix) -> Matrix { a.times(b) }

  public static func * (a: Matrix, x: [Double]) -> [Double] { a.times(x) }

  /// op(self)·op(other), where op transposes if asked; neither transpose is formed.
  public func times(
    _ other: Matrix, transposingSelf: Bool = false, transposingOther: Bool = false
  ) -> Matrix {
    let (m, k) = transposingSelf ? (columns, rows) : (rows, columns)
    let (inner, n) = transposingOther ? (other.columns, other.rows) : (other.rows, other.columns)
    precondition(k == inner, "shapes do not fit a product: \(m) × \(k) by \(inner) × \(n)")
    var result = Matrix(rows: m, columns: n)
    guard m > 0, n > 0, k > 0 else { return result }
    _ = Kernels.current
    OpenBLAS.multiply(
      elements, transposed: transposingSelf, other.elements, transposed: transposingOther,
      m: m, n: n, k: k, into: &result.elements)
    return result
  }

  /// A·x, or Aᵀ·x.
  public func times(_ x: [Double], transposingSelf: Bool = false) -> [Double] {
    precondition(x.count == (transposingSelf ? rows : columns), "shapes do not fit a product")
    var result = [Double](repeating: 0, count: transposingSelf ? columns : rows)
    guard rows > 0, columns > 0 else { return result }
    _ = Kernels.current
    OpenBLAS.multiply(
      elements, rows: rows, columns: columns, transposed: transposingSelf, x, into: &result)
    return result
  }

  /// AᵀA, exactly symmetric.
  public var gram: Matrix {
    var result = Matrix(rows: columns, columns: columns)
    guard rows > 0, columns > 0 else { return result }
    _ = Kernels.current
    OpenBLAS.gram(elements, rows: rows, columns: columns, into: &result.elements)
    for i in 0..<columns { for j in (i + 1)..<columns { result[i, j] = result[j, i] } }
    return result
  }

  public static func + (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.rows == b.rows && a.columns == b.columns, "a sum needs equal shapes")
    var result = a
    for i in result.elements.indices { result.elements[i] += b.elements[i] }
    return result
  }

  public static func * (scale: Double, a: Matrix) -> Matrix {
    var result = a
    for i in result.elements.indices { result.elements[i] *= scale }
    return result
  }
}
