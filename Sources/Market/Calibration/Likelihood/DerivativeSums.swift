internal import Statistics

/// Running sums of a log-likelihood's value, gradient and Hessian in up to four variables.
struct DerivativeSums {
  var value = 0.0
  var slope = SIMD4<Double>()
  private var first = SIMD4<Double>()
  private var second = SIMD4<Double>()
  private var third = SIMD4<Double>()
  private var fourth = SIMD4<Double>()

  /// Adds scale · v·vᵀ to the Hessian.
  @inline(__always)
  mutating func add(square v: SIMD4<Double>, times scale: Double) {
    let scaled = scale * v
    first += scaled[0] * v
    second += scaled[1] * v
    third += scaled[2] * v
    fourth += scaled[3] * v
  }

  /// Adds scale times the Hessian of other sums.
  @inline(__always)
  mutating func add(hessianOf other: DerivativeSums, times scale: Double) {
    first += scale * other.first
    second += scale * other.second
    third += scale * other.third
    fourth += scale * other.fourth
  }

  /// The sums in the first `count` variables, with further terms of the Hessian added on both sides of
  /// its diagonal.
  func expansion(
    of count: Int, adding terms: [(row: Int, column: Int, value: Double)]
  ) -> Expansion {
    let columns = [first, second, third, fourth]
    var hessian = Matrix(rows: count, columns: count)
    for i in 0..<count { for j in 0..<count { hessian[i, j] = columns[j][i] } }
    for (i, j, value) in terms {
      hessian[i, j] += value
      if i != j { hessian[j, i] += value }
    }
    return Expansion(value: value, gradient: (0..<count).map { slope[$0] }, hessian: hessian)
  }
}
