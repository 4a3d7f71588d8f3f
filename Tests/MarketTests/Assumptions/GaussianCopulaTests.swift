import Foundation
import Statistics
import Testing

@testable import Market

@Suite struct GaussianCopulaTests {
  private let names = ["a", "b", "c", "d"]
  private let ties = [
    Correlation(first: "c", second: "a", value: 0.5),
    Correlation(first: "c", second: "d", value: -0.8),
  ]

  /// One draw of each block, so that draws are independent of each other.
  private func scores(_ blocks: Int) throws -> [[String: Double]] {
    let copula = try GaussianCopula(names, ties)
    let scores = AssumptionScores(names, copula, seed: 11)
    return (0..<blocks).map { scores.block($0)[$0 % DrawRule.block] }
  }

  /// The correlation of n pairs has the standard error (1 − ρ²)/√n; 3.3 of them are passed once in a
  /// thousand, by six pairs once in 170.
  @Test func scoresHaveTheCorrelationsAskedFor() throws {
    let draws = try scores(4_000)
    func correlation(_ first: String, _ second: String) -> Double {
      let (x, y) = (draws.map { $0[first] ?? .nan }, draws.map { $0[second] ?? .nan })
      func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
      let (mx, my) = (mean(x), mean(y))
      let product = mean(zip(x, y).map { ($0 - mx) * ($1 - my) })
      return product
        / (mean(x.map { ($0 - mx) * ($0 - mx) }) * mean(y.map { ($0 - my) * ($0 - my) }))
        .squareRoot()
    }
    for (pair, expected) in [
      ("ac", 0.5), ("cd", -0.8), ("ad", 0), ("ab", 0), ("bc", 0), ("bd", 0),
    ] {
      let found = correlation(String(pair.prefix(1)), String(pair.suffix(1)))
      #expect(abs(found - expected) < 3.3 * (1 - expected * expected) / 4_000.0.squareRoot())
    }
    // Uniforms behind normals of correlation ρ have the correlation 6/π·arcsin(ρ/2).
    let uniforms = draws.map { draw in
      (Double.normalCDF(draw["a"] ?? .nan) - 0.5) * (Double.normalCDF(draw["c"] ?? .nan) - 0.5)
    }
    let found = 12 * uniforms.reduce(0, +) / 4_000
    #expect(abs(found - 6 / .pi * asin(0.25)) < 3.3 / 4_000.0.squareRoot())
  }

  /// Each law fails by chance once in a thousand.
  @Test(arguments: ["a", "b", "c", "d"])
  func scoresAreStandardNormal(_ name: String) throws {
    let sample = try scores(2_000).map { $0[name] ?? .nan }
    #expect(KolmogorovSmirnov(sample) { Double.normalCDF($0) }.pValue > 0.001)
  }

  @Test func whatNothingConnectsIsNotMoved() throws {
    let alone = AssumptionScores(["b"], try GaussianCopula(["b"], []), seed: 11).draws(64)
    let together = AssumptionScores(names, try GaussianCopula(names, ties), seed: 11).draws(64)
    #expect(alone.map { $0["b"] } == together.map { $0["b"] })
  }

  /// An assumption at the end of a group moves no earlier one, and further blocks move no draw.
  @Test func laterAssumptionsAndBlocksMoveNothing() throws {
    let all = AssumptionScores(names, try GaussianCopula(names, ties), seed: 11)
    let fewer = AssumptionScores(
      ["a", "b", "c"], try GaussianCopula(["a", "b", "c"], ties), seed: 11)
    for name in ["a", "b", "c"] {
      #expect(all.draws(64).prefix(32).map { $0[name] } == fewer.draws(32).map { $0[name] })
    }
  }

  @Test func whatIsNoCorrelationMatrixIsRefusedByName() {
    let impossible = [
      Correlation(first: "a", second: "b", value: 0.9),
      Correlation(first: "b", second: "d", value: 0.9),
    ]
    let error = #expect(throws: ImpossibleCorrelations.self) {
      try GaussianCopula(names, impossible)
    }
    #expect(error?.names == ["a", "b", "d"])
    #expect(error?.unrelated == [Correlation(first: "a", second: "d", value: 0)])
  }
}
