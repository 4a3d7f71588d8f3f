import Statistics
import Testing

@testable import Market

struct CountOutlookTests {
  /// By hand: of nine markets with 0, 1, 1, 2, 2, 2, 3, 4, 7, each of ten gaps as likely.
  @Test func eachGapIsAsLikely() throws {
    let outlook = try #require(
      CountOutlook([2, 0, 7, 1, 2, 4, 1, 3, 2], ReplicationDesign()))
    #expect(outlook.mean == 22.0 / 9 && outlook.median == 2)
    #expect(outlook.quantile(0.1) == 0 && outlook.quantile(0.9) == 7)
    #expect(outlook.quantile(0.05) == 0 && outlook.quantile(0.95) == 7)
    #expect(outlook.chance(atLeast: 0) == 1)
    // Halfway within the gap from the count before; beyond the last it is one gap of ten.
    for (count, gaps) in [(1, 8.5), (2, 6.5), (3, 3.5), (4, 2.5), (8, 1.0)] {
      #expect(abs(outlook.chance(atLeast: count) - gaps / 10) < 1e-12, "\(count)")
    }
    #expect(CountOutlook([3], ReplicationDesign()) == nil)
  }

  /// The share of further Poisson markets that reach a count is what was said, on average over 400 studies.
  ///
  /// Poisson(3): P(X ≥ 2) = 1 − 4e⁻³ = .800852, P(X ≥ 6) = .083918. A share p of 30 is said as (30p + ½)/31, a little
  /// more where none is, which is at most .0015 here; four standard errors of the mean.
  @Test func chancesAreRight() throws {
    let draws = Draws(seed: 8, replication: 0)
    let law = Poisson(uncheckedMean: 3)
    var sums = (0.0, 0.0)
    for study in 0..<400 {
      var stream = draws.stream(
        Individual(family: 1, index: UInt32(study)), Purpose("outlook"))
      let outlook = try #require(
        CountOutlook((0..<30).map { _ in Double(law.sample(&stream)) }, ReplicationDesign()))
      sums.0 += outlook.chance(atLeast: 2) / 400
      sums.1 += outlook.chance(atLeast: 6) / 400
    }
    for (sum, p) in [(sums.0, 0.800852), (sums.1, 0.083918)] {
      let error = (p * (1 - p) / 12_000).squareRoot()
      #expect(abs(sum - (30 * p + 0.5) / 31) < 4 * error + 0.0015)
    }
  }

  /// Where each stands for many the law is that of every other figure.
  @Test func manyStandFor() throws {
    let design = ReplicationDesign(standsFor: 10)
    let values = (0..<40).map { Double(100 + 10 * ($0 % 5)) }
    let outlook = try #require(CountOutlook(values, design))
    #expect(abs(outlook.median - 120) < 1e-9)
    #expect(abs(outlook.chance(atLeast: 120) - 0.5) < 0.1)
    #expect(outlook.chance(atLeast: 90) > 0.99 && outlook.chance(atLeast: 150) < 0.01)
  }
}
