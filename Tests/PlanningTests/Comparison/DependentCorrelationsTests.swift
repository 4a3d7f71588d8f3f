import Market
import Statistics
import Testing

@testable import Planning

@Suite struct DependentCorrelationsTests {
  /// The formula, written down in Python 3: Meng, Rosenthal and Rubin's Z over √(1 + (r₁² + r₂²)/4).
  @Test(arguments: [
    (0.7, 0.4, 0.0, 64, 2.142655384142669), (0.7, -0.4, 0.1, 64, 2.0761209883361125),
    (0.3, 0.6, 0.25, 200, -3.8871190924344505), (0.63, 0.03, 0.19, 15, 1.7426879158965742),
  ])
  func isTheFormula(
    first: Double, second: Double, between: Double, count: Int, expected: Double
  ) {
    let found = DependentCorrelations(
      first: first, second: second, between: between, count: count
    ).deviations
    #expect(abs(found - expected) < 1e-12)
  }

  /// Two that matter alike are told apart in one of twenty samples of 64 (NumPy 2 and SciPy: 3.9 to 5.1%).
  @Test(arguments: [0.5, 1, 2]) func equalOnesAreSeldomToldApart(weight: Double) throws {
    let samples = 1_000
    var told = 0
    for sample in 0..<samples {
      var stream = Draws(seed: 4, replication: sample)
        .stream(Individual(family: 1, index: 1), Purpose("test"))
      let draws = (0..<64).map { _ in (stream.normal(), stream.normal(), stream.normal()) }
      let (one, other) = (draws.map(\.0), draws.map(\.1))
      let third = draws.map { weight * ($0.0 + $0.1) + $0.2 }
      let found = DependentCorrelations(
        first: try #require(RankCorrelation(third, one)).value,
        second: try #require(RankCorrelation(third, other)).value,
        between: try #require(RankCorrelation(one, other)).value, count: 64)
      if abs(found.deviations) >= 1.96 { told += 1 }
    }
    // Four standard errors of a share of 5% are 2.8%.
    #expect(abs(Double(told) / Double(samples) - 0.05) < 0.028)
  }

  @Test func whatCannotBeComparedIsNotToldApart() {
    #expect(DependentCorrelations(first: 1, second: -1, between: 1, count: 40).deviations == 0)
    #expect(DependentCorrelations(first: 0.9, second: 0, between: 0, count: 3).deviations == 0)
  }
}
