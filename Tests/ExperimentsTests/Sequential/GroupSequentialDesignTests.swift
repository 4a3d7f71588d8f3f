import Statistics
import Testing

@testable import Experiments

@Suite struct GroupSequentialDesignTests {
  @Test func oneLookIsTheOrdinaryTest() throws {
    let design = try GroupSequentialDesign(looks: [1], boundary: .pocock)
    #expect(agrees(design.bounds[0], 1.959963984540054, relative: 1e-10))
    #expect(agrees(try design.inflation(power: 0.8), 1, relative: 1e-9))
    #expect(design.expectedShare(drift: 3) == 1)
  }

  /// Two looks: P(Z₁ < c, Z₂ < c) is Owen's bivariate normal; Pocock's c for α = 0.05 is 2.178
  /// (Pocock 1977, table 1), for ten looks 2.555.
  @Test(arguments: [(2, 2.178), (5, 2.413), (10, 2.555)])
  func pococksTable(looks: Int, constant: Double) throws {
    let design = try GroupSequentialDesign(
      looks: GroupSequentialDesign.equalLooks(looks), boundary: .pocock)
    #expect(abs(design.bounds[0] - constant) < 0.0005)
  }

  /// However unequal the looks, all of alpha is spent, no more.
  @Test func looksMayComeAnyTime() throws {
    for looks in [[0.01, 0.9, 1], [0.5, 0.501, 0.502, 1], [0.3, 0.31, 0.999, 1]] {
      for boundary in [
        GroupSequentialDesign.Boundary.spending(.obrienFleming), .spending(.power(0.5)),
        .pocock, .spending(.hwangShihDeCani(2)),
      ] {
        let design = try GroupSequentialDesign(looks: looks, boundary: boundary)
        let spent = try #require(design.cumulativeAlpha.last)
        #expect(abs(spent - 0.05) < 1e-10)
      }
    }
  }

  /// A look so early that nothing can be spent has no bound, and costs the others nothing.
  @Test func aLookWithNothingToSpend() throws {
    let design = try GroupSequentialDesign(
      looks: [0.001, 1], boundary: .spending(.obrienFleming))
    #expect(design.bounds[0] == .infinity)
    #expect(abs(design.bounds[1] - 1.959963984540054) < 1e-9)
  }

  /// The futility bounds miss the drift with the chance spent, while the error rate only falls.
  @Test func futilityKeepsItsPromise() throws {
    let design = try GroupSequentialDesign(
      looks: [0.25, 0.5, 0.75, 1], alpha: 0.025, isTwoSided: false,
      boundary: .spending(.obrienFleming))
    let futility = try FutilityBounds(design, beta: 0.2, spending: .pocock)
    let chances = design.stopping(drift: futility.drift, futility: futility.bounds)
    #expect(abs(chances.upper.reduce(0, +) - 0.8) < 1e-9)
    #expect(abs(chances.lower.reduce(0, +) - 0.2) < 1e-9)
    for (k, spent) in chances.lower.runningSums.enumerated() {
      #expect(abs(spent - ErrorSpending.pocock.spent(design.looks[k], of: 0.2)) < 1e-9)
    }
    let kept = design.cumulativePower(drift: 0, futility: futility.bounds)
    #expect(try #require(kept.last) < 0.025)
    #expect(
      design.expectedShare(drift: 0, futility: futility.bounds) < design.expectedShare(drift: 0))
    #expect(try design.drift(power: 0.8) < futility.drift)
  }

  @Test func whatIsNoPlanIsSaid() throws {
    for looks in [[], [0.5, 0.5, 1], [0.7, 0.3, 1], [0.5, 1.2], [0, 1], [.nan, 1]] {
      #expect(throws: NotEstimable.self) {
        try GroupSequentialDesign(looks: looks, boundary: .pocock)
      }
    }
    #expect(throws: NotEstimable.self) {
      try GroupSequentialDesign(looks: [1], alpha: 0, boundary: .pocock)
    }
    let design = try GroupSequentialDesign(looks: [0.5, 1], boundary: .pocock)
    #expect(throws: NotEstimable.self) { try design.drift(power: 1) }
    #expect(throws: NotEstimable.self) { try design.drift(power: 0.01) }
    #expect(throws: NotEstimable.self) { try FutilityBounds(design, spent: [0.1, 0.2]) }
  }
}
