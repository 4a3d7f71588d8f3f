import Market
import RealModule
import Statistics
import Testing

@testable import Planning

@Suite struct ChancesBestTests {
  /// Columns of mean 0 and standard deviation 1 whose correlation with each other is the one asked for.
  private func columns(_ number: Int, correlation: Double, count: Int) -> [[Double]] {
    var stream = Draws(seed: 6, replication: 0)
      .stream(Individual(family: 1, index: 1), Purpose("test"))
    var basis: [[Double]] = []
    while basis.count < number + 1 {
      var next = (0..<count).map { _ in stream.normal() }
      let mean = next.reduce(0, +) / Double(count)
      next = next.map { $0 - mean }
      for other in basis {
        let share = zip(next, other).reduce(0) { $0 + $1.0 * $1.1 } / Double(count - 1)
        next = zip(next, other).map { $0 - share * $1 }
      }
      let size = (next.reduce(0) { $0 + $1 * $1 } / Double(count - 1)).squareRoot()
      basis.append(next.map { $0 / size })
    }
    let (shared, own) = (correlation.squareRoot(), (1 - correlation).squareRoot())
    return (1...number).map { place in
      zip(basis[0], basis[place]).map { shared * $0 + own * $1 }
    }
  }

  private func chances(
    _ differences: [[Double]], k: Int = 1, perDraw: Int? = nil
  ) -> [Double] {
    ChancesBest(
      differences, ReplicationDesign(standsFor: k, replicationsPerDraw: perDraw)
    ).byPlan
  }

  /// 4 standard errors of 16,384 markets; the markets are always the same.
  private let tolerance = 4 * (0.25 * 0.75 / 16_384).squareRoot()

  /// The baseline is best where both differences are negative: ¼ + asin(ρ)/2π, of t as of the normal law.
  ///
  /// Sheppard's; both laws are elliptical. The others share the rest.
  @Test(arguments: [0.0, 0.5, 0.9], [5, 30])
  func twoPlansAsGoodAsTheBaseline(correlation: Double, count: Int) {
    let found = chances(columns(2, correlation: correlation, count: count))
    let baseline = 0.25 + Double.asin(correlation) / (2 * .pi)
    #expect(abs(found[0] - baseline) < tolerance)
    #expect(abs(found[1] - (1 - baseline) / 2) < tolerance)
    #expect(abs(found.reduce(0, +) - 1) < 1e-12)
  }

  /// Three differences with correlation ½, as of independent plans: four plans that are best as often.
  @Test(arguments: [1, 400]) func fourPlansAsGood(k: Int) {
    for chance in chances(columns(3, correlation: 0.5, count: 12), k: k) {
      #expect(abs(chance - 0.25) < tolerance)
    }
  }

  /// With draws whose means are correlated so, and a hundredth of luck that is the same for all plans; of so few
  /// draws by Student's t.
  @Test(arguments: [1, 1_000]) func fourPlansAsGoodWithDraws(k: Int) {
    let differences = columns(3, correlation: 0.5, count: 30).map { means in
      means.flatMap { [$0 + 0.1, $0 - 0.1] }
    }
    for chance in chances(differences, k: k, perDraw: 2) {
      #expect(abs(chance - 0.25) < tolerance)
    }
  }

  /// Of many draws a plan's chance is the share of their replications in which it is the highest.
  @Test func manyDrawsAreCounted() {
    let first: [Double] = (0..<64).map { $0 < 48 ? -1 : 3 }
    let second: [Double] = (0..<64).map { $0 % 8 == 7 ? 5 : -2 }
    // The second is the best in 8, the first in the 14 others of its last 16, the baseline in the rest.
    let counts: [Double] = [42, 14, 8]
    #expect(chances([first, second], perDraw: 2) == counts.map { $0 / 64 })
  }

  /// Two plans need no draws: the chance is that of the difference.
  @Test func twoPlansAreTheirDifference() throws {
    let values = columns(1, correlation: 0, count: 20)[0].map { $0 + 0.7 }
    let better = try #require(ReplicationDesign().prediction(of: values)).chance(above: 0)
    #expect(chances([values]) == [1 - better, better])
  }

  /// A plan out of the running changes nothing: the others are drawn as they are computed.
  @Test func aHopelessPlanTakesNothing() {
    let values = columns(2, correlation: 0.3, count: 20)
    let good = values[0].map { $0 + 1 }
    let found = chances([good, values[1].map { $0 - 1e6 }])
    #expect(found[2] == 0)
    #expect(abs(found[1] - chances([good])[1]) < tolerance)
  }

  @Test func plansThatAreTheSameShare() {
    let values = columns(2, correlation: 0.3, count: 20)
    let found = chances([values[0], values[0], values[1], values[1].map { _ in 0 }])
    #expect(found[1] == found[2] && found[0] == found[4])
    let apart = chances([values[0], values[1]])
    #expect(abs(2 * found[1] - apart[1]) < 1e-12 && abs(2 * found[0] - apart[0]) < 1e-12)
    for chance in chances([[0, 0], [0, 0]]) { #expect(chance == 1.0 / 3) }
    #expect(chances([]) == [1])
  }

  /// From 200 replications on it is the share of them, ties shared.
  @Test func manyReplicationsAreCounted() {
    let values = columns(2, correlation: 0.3, count: 300)
    let found = chances(values)
    let best = values[0].indices.count { values[0][$0] > max(0, values[1][$0]) }
    #expect(abs(found[1] - Double(best) / 300) < 1e-12)
  }
}
