import RealModule
import Statistics
import Testing

@testable import Experiments

@Suite struct MaximumTTests {
  /// SciPy 1.17.1: 200 × 200 Gauss–Legendre nodes over two, the third in closed form.
  @Test func threeStatistics() throws {
    let law = try MaximumT(
      correlation: Matrix([[1, 0.7, -0.2], [0.7, 1, 0.5], [-0.2, 0.5, 1]]))
    #expect(abs(law.criticalValue() - 2.33724082276059) < 1e-4)
    #expect(agrees(law.upperTail(3), 0.007452792341763437, relative: 2e-4))
  }

  /// Two statistics are integrated exactly; the figures by mpmath 1.3.0, double integrals at 18 digits.
  @Test func twoStatistics() throws {
    let normal = try MaximumT(correlation: Matrix([[1, 0.3], [0.3, 1]]))
    #expect(agrees(normal.upperTail(4), 0.000126549494194081491, relative: 1e-12))
    let student = try MaximumT(
      correlation: Matrix([[1, -0.8], [-0.8, 1]]), degreesOfFreedom: 6)
    #expect(agrees(student.upperTail(2.5), 0.069332473094429, relative: 1e-11))
    let critical = student.criticalValue()
    #expect(agrees(student.upperTail(critical), 0.05, relative: 1e-11))
  }

  /// Independent statistics: Šidák's 1 − (1 − p)^k.
  @Test func independentStatistics() throws {
    let law = try MaximumT(correlation: .identity(6))
    let single = Effect(estimate: 2.6, standardError: 1).pValue()
    #expect(
      agrees(law.upperTail(2.6), -.expMinusOne(6 * .log(onePlus: -single)), relative: 1e-4))
  }

  /// Statistics that move as one, and one that is another's opposite, need no more than a single one.
  @Test func statisticsThatMoveAsOne() throws {
    let law = try MaximumT(
      correlation: Matrix([[1, 1, -1], [1, 1, -1], [-1, -1, 1]]), degreesOfFreedom: 9)
    let single = Effect(estimate: 3, standardError: 1, degreesOfFreedom: 9).pValue()
    #expect(agrees(law.upperTail(3), single, relative: 1e-12))
  }

  /// X₃ = (X₁ + X₂) / √2 of independent ones: SciPy 1.17.1, 400 nodes on each of three smooth pieces.
  ///
  /// A condition that is met or not jumps, which a lattice likes less than what is smooth: 0.2 %.
  @Test func statisticsThatFollowFromOthers() throws {
    let root = 0.5.squareRoot()
    let law = try MaximumT(correlation: Matrix([[1, 0, root], [0, 1, root], [root, root, 1]]))
    #expect(agrees(law.upperTail(2), 0.10541094066394574, relative: 2e-3))
  }

  /// Several arms against one control have Dunnett's law, also far out and with few degrees of freedom.
  @Test(arguments: [(5, 2.5), (5, 12), (30, 3), (Double.infinity, 2.5), (.infinity, 15)])
  func dunnettsLaw(degreesOfFreedom: Double, t: Double) throws {
    let variances = [0.5, 1, 2, 4]
    let dunnett = try Dunnett(
      controlVariance: 1, armVariances: variances, degreesOfFreedom: degreesOfFreedom)
    var covariance = Matrix.diagonal(variances)
    for i in variances.indices { for j in variances.indices { covariance[i, j] += 1 } }
    let law = try MaximumT(covariance: covariance, degreesOfFreedom: degreesOfFreedom)
    #expect(agrees(law.upperTail(t), dunnett.upperTail(t), relative: 2e-4))
  }

  /// The critical value belongs to its tail; Dunnett's own is exact.
  @Test(arguments: [0.1, 0.5, 0.95, 0.9999])
  func criticalValues(confidence: Double) throws {
    let law = try MaximumT(
      correlation: Matrix([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]]), degreesOfFreedom: 7)
    let dunnett = try Dunnett(
      controlVariance: 1, armVariances: [1, 1, 1], degreesOfFreedom: 7)
    let critical = law.criticalValue(confidence: confidence)
    #expect(agrees(law.upperTail(critical), 1 - confidence, relative: 1e-7))
    #expect(agrees(critical, dunnett.criticalValue(confidence: confidence), relative: 1e-4))
  }

  @Test func whatIsNoCorrelationIsSaid() {
    #expect(throws: NotEstimable.self) { try MaximumT(correlation: Matrix(rows: 0, columns: 0)) }
    #expect(throws: NotEstimable.self) { try MaximumT(correlation: Matrix([[1, 2], [2, 1]])) }
    #expect(throws: NotEstimable.self) { try MaximumT(correlation: Matrix([[1, .nan], [0, 1]])) }
    #expect(throws: NotEstimable.self) { try MaximumT(covariance: Matrix([[0, 0], [0, 1]])) }
    #expect(throws: NotEstimable.self) {
      try MaximumT(correlation: Matrix([[1, 1, 0], [1, 1, 1], [0, 1, 1]]))
    }
    #expect(throws: NotEstimable.self) {
      try MaximumT(correlation: Matrix([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]))
    }
  }
}
