/// A function of several variables at one point: its value, gradient and Hessian.
public struct Expansion: Sendable, Equatable {
  public var value: Double
  public var gradient: [Double]
  public var hessian: Matrix

  public init(value: Double, gradient: [Double], hessian: Matrix) {
    precondition(
      hessian.rows == gradient.count && hessian.isSquare, "a Hessian is as wide as its gradient")
    self.value = value
    self.gradient = gradient
    self.hessian = hessian
  }

  var isFinite: Bool {
    value.isFinite && gradient.allSatisfy(\.isFinite) && hessian.elements.allSatisfy(\.isFinite)
  }

  /// The second-order change of the value over a step: gᵀs + ½ sᵀHs.
  func change(over step: [Double]) -> Double {
    zip(step, zip(gradient, hessian * step)).reduce(0) { sum, term in
      sum + term.0 * (term.1.0 + term.1.1 / 2)
    }
  }

  /// The expansion in the listed variables alone, the others held where they are.
  func restricted(to variables: [Int]) -> Expansion {
    Expansion(
      value: value, gradient: variables.map { gradient[$0] },
      hessian: Matrix(variables.map { i in variables.map { j in hessian[i, j] } }))
  }

  /// The same function in terms of its variables' logarithms, at variables that are `values` now.
  public func inLogarithms(of values: [Double]) -> Expansion {
    var result = self
    for i in values.indices {
      result.gradient[i] *= values[i]
      for j in values.indices { result.hessian[i, j] *= values[i] * values[j] }
      result.hessian[i, i] += result.gradient[i]
    }
    return result
  }

  /// The same function in terms of θ, where the variables are now M·θ plus a constant.
  public func composed(with m: Matrix) -> Expansion {
    Expansion(
      value: value, gradient: m.times(gradient, transposingSelf: true),
      hessian: m.times(hessian * m, transposingSelf: true))
  }
}
