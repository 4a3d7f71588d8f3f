import Testing

@testable import Statistics

struct NewtonMaximizerTests {
  let wide = NewtonMaximizer(lower: [-100, -100], upper: [100, 100])

  /// −(1 − x)² − 100(y − x²)², the hill of Rosenbrock (1960) turned upside down; maximum 0 at (1, 1).
  func rosenbrock(_ p: [Double]) -> Expansion {
    let (x, y) = (p[0], p[1])
    let bend = y - x * x
    return Expansion(
      value: -(1 - x) * (1 - x) - 100 * bend * bend,
      gradient: [2 * (1 - x) + 400 * x * bend, -200 * bend],
      hessian: Matrix([[-2 + 400 * (y - 3 * x * x), 400 * x], [400 * x, -200]]))
  }

  @Test func aQuadraticTakesTheFewestSteps() throws {
    let hill = NewtonMaximizer(lower: [-5], upper: [5])
    let found = try #require(
      hill.maximize(from: [0.5]) { p in
        Expansion(
          value: -(p[0] - 1) * (p[0] - 1), gradient: [2 - 2 * p[0]], hessian: Matrix([[-2]]))
      })
    #expect(found.point == [1])
    #expect(found.isConverged)
    #expect(found.iterations <= 2)
    // One unit in the last place: (√2)² does not round to 2.
    #expect(abs((found.covariance?[0, 0] ?? .nan) - 0.5) <= 0.5.ulp)
  }

  @Test func aCurvedRidgeIsFollowedToItsTop() throws {
    let found = try #require(wide.maximize(from: [-1.2, 1], rosenbrock))
    #expect(found.isConverged)
    #expect(abs(found.point[0] - 1) < 1e-9)
    #expect(abs(found.point[1] - 1) < 1e-9)
    #expect(found.bounds == [nil, nil])
  }

  /// At the origin the gradient vanishes and the Hessian is indefinite: x²y-shaped saddles must be left.
  @Test func aSaddleIsLeft() throws {
    let found = try #require(
      wide.maximize(from: [0, 0]) { p in
        let (x, y) = (p[0], p[1])
        return Expansion(
          value: x * x - x * x * x * x / 4 - y * y,
          gradient: [2 * x - x * x * x, -2 * y],
          hessian: Matrix([[2 - 3 * x * x, 0], [0, -2]]))
      })
    #expect(found.isConverged)
    #expect(abs(abs(found.point[0]) - 2.0.squareRoot()) < 1e-9)
    #expect(abs(found.expansion.value - 1) < 1e-12)
  }

  /// The hill's top lies outside the box: the highest point of the box's edge is found.
  @Test func aVariableAtItsLimitIsHeldAndSaid() throws {
    let box = NewtonMaximizer(lower: [-3, -3], upper: [0.25, 3])
    let found = try #require(box.maximize(from: [-1.2, 1], rosenbrock))
    #expect(found.isConverged)
    #expect(found.bounds == [.upper, nil])
    #expect(abs(found.point[1] - 0.0625) < 1e-9)
    let covariance = try #require(found.covariance)
    #expect(covariance[0, 0] == 0)
    #expect(abs(covariance[1, 1] - 1 / 200.0) < 1e-12)
  }

  @Test func noStartNoMaximum() {
    let found = wide.maximize(from: [0, 0]) { _ in
      Expansion(value: .nan, gradient: [0, 0], hessian: .identity(2))
    }
    #expect(found?.point == nil)
  }
}
