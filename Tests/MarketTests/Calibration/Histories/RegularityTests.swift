import Statistics
import Testing

@testable import Market

struct RegularityTests {
  /// Gaps of whole days that are Gamma with this shape and mean, of customers whose means differ; fixed seed.
  private func regularity(shape: Double, mean: Double, customers: Int = 3_000) throws -> Regularity
  {
    var regularity = Regularity()
    let draws = Draws(seed: 12, replication: 0)
    for customer in 0..<customers {
      var stream = draws.stream(
        Individual(family: 1, index: UInt32(customer)), Purpose("regularity test"))
      let own = mean * (0.3 + 1.4 * stream.uniform())
      let law = try Gamma(shape: shape, rate: shape / own)
      func gap() -> Int { 1 + Int(law.sample(&stream)) }
      regularity.add(gap(), gap())
    }
    return regularity
  }

  /// CV = 1/√k: chance gives 1 whatever the mean, also where gaps are of few days.
  @Test(
    arguments: [
      (1, 30, 1), (1, 4, 1), (4, 30, 0.5), (9, 40, 1.0 / 3),
    ] as [(Double, Double, Double)])
  func findsHowRegularGapsAre(shape: Double, mean: Double, variation: Double) throws {
    let found = try regularity(shape: shape, mean: mean)
    // Whole days blur gaps of few days a little more than half a day taken off makes good.
    #expect(abs((found.variation ?? 0) / variation - 1) < (mean < 10 ? 0.15 : 0.08))
    #expect(found.isRegular == (shape > 1))
  }

  @Test func fewSayNothing() throws {
    #expect(try regularity(shape: 4, mean: 30, customers: 9).variation == nil)
    #expect(try !regularity(shape: 4, mean: 30, customers: 9).isRegular)
    var clockwork = Regularity()
    for _ in 0..<20 { clockwork.add(30, 30) }
    #expect(clockwork.variation == 0)
    #expect(clockwork.isRegular)
  }
}
