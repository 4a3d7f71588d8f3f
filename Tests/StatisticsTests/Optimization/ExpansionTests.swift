import Testing

@testable import Statistics

struct ExpansionTests {
  /// f(x, y) = x²y³ at (2, 3): in logarithms f = e^(2u + 3v), whose derivatives are multiples of f.
  @Test func logarithmsFollowTheChainRule() {
    let plain = Expansion(
      value: 108, gradient: [108, 108], hessian: Matrix([[54, 108], [108, 72]]))
    #expect(
      plain.inLogarithms(of: [2, 3])
        == Expansion(
          value: 108, gradient: [216, 324], hessian: Matrix([[432, 648], [648, 972]])))
  }

  /// f(Mθ) for f = 3x + xy and M = [[1, 2], [0, 1]]: g = Mᵀ∇f, H = Mᵀ∇²f·M.
  @Test func linearMapsFollowTheChainRule() {
    let plain = Expansion(value: 5, gradient: [4, 1], hessian: Matrix([[0, 1], [1, 0]]))
    #expect(
      plain.composed(with: Matrix([[1, 2], [0, 1]]))
        == Expansion(value: 5, gradient: [4, 9], hessian: Matrix([[0, 1], [1, 4]])))
  }
}
