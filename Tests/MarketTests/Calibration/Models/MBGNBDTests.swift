import Testing

@testable import Market

/// Figures of lifetimes 0.11.3 (`ModifiedBetaGeoFitter`), and of SciPy 1.17.1 where said.
struct MBGNBDTests {
  let cdnow = MBGNBD(r: 0.525, alpha: 6.183, a: 0.891, b: 1.614)

  /// SciPy 1.17.1: (1 − π)/π·(1 − (α/(α + πt))^r) integrated over π ~ Beta(a, b); lifetimes agrees to 1e-11.
  @Test(arguments: [
    (1.0, 0.053_084_795_257_879), (39, 1.182_953_665_591), (78, 1.804_757_577_541),
  ])
  func expectedPurchasesOfNewCustomers(weeks: Double, expected: Double) {
    // The printed digits of the quadrature end here.
    #expect(abs(cdnow.expectedPurchases(within: weeks) / expected - 1) < 1e-9)
  }

  @Test(arguments: [
    (2, 30.43, 38.86, 0.706_202_27, 1.262_960_623_267),
    (0, 0, 38.86, 0.389_735_08, 0.154_012_746_675),
    (26, 30.86, 31, 0.965_566_14, 19.450_722_652_159),
  ])
  func outlookGivenAHistory(
    x: Int, recency: Double, age: Double, alive: Double, expected: Double
  ) {
    let chance = cdnow.probabilityAlive(repeats: x, recency: recency, age: age)
    #expect(abs(chance - alive) < 5e-9)
    let purchases = cdnow.expectedPurchases(within: 39, repeats: x, recency: recency, age: age)
    #expect(abs(purchases / expected - 1) < 1e-10)
  }

  @Test(arguments: [
    (0, 0.744_482_495_228_722), (1, 0.159_021_652_626_701), (2, 0.054_640_851_307_339),
    (7, 0.001_193_008_772_155),
  ])
  func probabilitiesOfCounts(x: Int, expected: Double) {
    #expect(abs(cdnow.probability(of: x, within: 10) / expected - 1) < 1e-11)
  }

  @Test func chancesAddUpAndGiveTheMean() {
    let chances = (0..<400).map { cdnow.probability(of: $0, within: 39) }
    #expect(abs(chances.reduce(0, +) - 1) < 1e-9)
    let mean = chances.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(abs(mean - cdnow.expectedPurchases(within: 39)) < 1e-7)
  }
}
