import Statistics
import Testing

@testable import Experiments

@Suite struct FixedEffectsTests {
  private let groups = Labels(names: ["u", "v", "w"], codes: [0, 0, 0, 1, 1, 1, 2, 2, 2, 2])
  private let outcomes = Matrix([[1], [3], [2], [7], [9], [6], [4], [4], [6], [5]])

  /// A constant for each group written out as columns of the design.
  @Test func agreesWithConstantsWrittenOut() throws {
    let x: [Double] = [0, 1, 0.5, 0, 1, 1, 1, 0, 1, 0]
    let fit = try FixedEffects(groups: groups, design: Matrix(x.map { [$0] }), outcomes: outcomes)
    let dense = try LeastSquares(
      design: Matrix(
        x.indices.map { row in
          [x[row]] + (0..<3).map { Int(groups.codes[row]) == $0 ? 1 : 0 }
        }), outcomes: outcomes)
    let (effect, reference) = (
      try fit.coefficient(0, .hc1), try dense.coefficient(0, .hc1)
    )
    #expect(agrees(effect.estimate, reference.estimate, relative: 1e-12))
    #expect(agrees(effect.standardError, reference.standardError, relative: 1e-12))
    #expect(effect.degreesOfFreedom == reference.degreesOfFreedom)
  }

  @Test func anArmThatFillsItsGroupsIsRefused() throws {
    let x = groups.codes.map { $0 == 1 ? 1.0 : 0.0 }
    let fit = try FixedEffects(groups: groups, design: Matrix(x.map { [$0] }), outcomes: outcomes)
    #expect(throws: NotEstimable.self) { _ = try fit.coefficient(0, .cr1, clusters: groups) }
  }

  @Test func oneClusterShowsNothing() throws {
    let one = Labels(names: ["u"], codes: [Int32](repeating: 0, count: 10))
    #expect(throws: NotEstimable.self) {
      _ = try ClusteredMean(outcomes.elements, clusters: one)
    }
    let fit = try LeastSquares(
      design: Matrix((0..<10).map { [1, Double($0)] }), outcomes: outcomes)
    #expect(throws: NotEstimable.self) { _ = try fit.coefficient(1, .cr1, clusters: one) }
    #expect(throws: NotEstimable.self) { _ = try fit.coefficient(1, .cr1) }
  }

  /// Only group w has anything but 0, so that without it the coefficient is undetermined.
  @Test func aClusterThatCannotBeLeftOutIsRefused() throws {
    let fit = try LeastSquares(
      design: Matrix(groups.codes.indices.map { [1, groups.codes[$0] == 2 ? Double($0) : 0] }),
      outcomes: outcomes)
    #expect(throws: NotEstimable.self) { _ = try fit.coefficient(1, .cr3, clusters: groups) }
  }
}
