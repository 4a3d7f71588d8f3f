import Testing

@testable import Market

/// The 11,104 donors of Fader, Hardie and Shang (2010), table 1: who gave first in 1995, and then in x of six years,
/// in the tₓ-th last.
struct BGBBTests {
  static let donors: [(x: Int, last: Int, customers: Int)] = [
    (0, 0, 3_464), (1, 1, 1_091), (1, 2, 277), (1, 3, 129), (1, 4, 78), (1, 5, 119), (1, 6, 129),
    (2, 2, 613), (2, 3, 255), (2, 4, 155), (2, 5, 173), (2, 6, 234), (3, 3, 322), (3, 4, 181),
    (3, 5, 225), (3, 6, 357), (4, 4, 240), (4, 5, 284), (4, 6, 512), (5, 5, 335), (5, 6, 728),
    (6, 6, 1_203),
  ]

  static let table = OpportunityTable(
    Dictionary(
      uniqueKeysWithValues: donors.map {
        (.init(taken: $0.x, last: $0.last, opportunities: 6), $0.customers)
      }))

  /// Published: α 1.204, β 0.750, γ 0.657, δ 2.783, log-likelihood −33,225.6.
  @Test func fittedAsPublished() throws {
    let fitted = try #require(BGBB.fit(Self.table).fitted)
    #expect(fitted.isConverged)
    #expect(fitted.customers == 11_104)
    for (estimate, published) in zip(fitted.estimates, [1.204, 0.750, 0.657, 2.783]) {
      #expect(abs(estimate.value - published) <= 0.0005)
    }
    #expect(abs(fitted.logLikelihood + 33_225.6) <= 0.05)
    // 5,082 of them have not lapsed by the sixth year: each row's chance summed by SciPy 1.17.1.
    let alive = zip(Self.table.rows, Self.table.customers).reduce(0) {
      $0 + $1.1 * fitted.model.probabilityAlive($1.0)
    }
    #expect(abs(alive - 5_082.14) < 0.5)
  }

  /// lifetimes 0.11.3 at the published parameters: P(alive) by the last opportunity, and what is taken of the next
  /// five (published to two decimals: 3.75, 0.07, 1.03).
  @Test(arguments: [
    (6, 6, 1.0, 3.752_115_61), (0, 0, 0.116_096_61, 0.072_802_88),
    (3, 4, 0.472_336_26, 1.034_228_5),
  ])
  func outlookGivenAHistory(x: Int, last: Int, alive: Double, expected: Double) {
    let model = BGBB(alpha: 1.204, beta: 0.750, gamma: 0.657, delta: 2.783)
    let row = OpportunityTable.Row(taken: x, last: last, opportunities: 6)
    #expect(abs(model.probabilityAlive(row) - alive) < 1e-8)
    #expect(abs(model.expectedTaken(next: 5, row) - expected) < 1e-8)
    #expect(model.expectedTaken(next: 0, row) == 0)
  }

  @Test func whereNobodyCameBackNothingIsFitted() {
    let none = OpportunityTable([.init(taken: 0, last: 0, opportunities: 3): 9])
    #expect(BGBB.fit(none).obstacle == .nothingTaken)
    #expect(BGBB.fit(OpportunityTable([:])).obstacle == .tooFewCustomers)
  }
}
