import Statistics
import Testing

@testable import Experiments

@Suite struct OutcomeTests {
  private let arm: CoMoments = {
    var sum = CoMoments(variables: 3)
    for row in [[4.0, 2, 9], [1, 1, 3], [6, 2, 4], [5, 3, 8], [0, 1, 2]] { sum.add(row) }
    return sum
  }()

  @Test func meanIsTheVariablesOwn() throws {
    #expect(try Outcome.mean(of: 2).moments(in: arm) == arm.moments(of: 2))
  }

  /// The pseudo-outcome (y − R·d)/d̄, unit by unit.
  @Test func ratioVariesAsItsPseudoOutcome() throws {
    let ratio = try Outcome.ratio(of: 0, per: 1).moments(in: arm)
    let (r, d) = (16.0 / 9, 9.0 / 5)
    let pseudo = Moments(
      [(4, 2), (1, 1), (6, 2), (5, 3), (0, 1)].map { y, x in (Double(y) - r * Double(x)) / d })
    #expect(agrees(ratio.mean, r, relative: 1e-15))
    #expect(
      agrees(ratio.sumOfSquaredDeviations, pseudo.sumOfSquaredDeviations, relative: 1e-13))
    let alone = RatioOfMeans(arm, numerator: 0, denominator: 1)
    #expect(
      agrees(
        try #require(ratio.standardError), try #require(alone?.standardError), relative: 1e-13))
  }

  @Test func variableOverItselfIsOne() throws {
    let one = try Outcome.ratio(of: 1, per: 1).moments(in: arm)
    #expect(one.mean == 1 && one.sumOfSquaredDeviations < 1e-28)
  }

  @Test func severalOutcomesKeepTheirCovariance() throws {
    let both = try Outcome.moments(of: [.mean(of: 2), .mean(of: 0)], in: arm)
    #expect(agrees(both.sumOfProducts(0, 1), arm.sumOfProducts(0, 2), relative: 1e-14))
  }

  @Test func nothingIsAShareOfNothing() {
    var empty = CoMoments(variables: 2)
    empty.add([1, 0])
    empty.add([2, 0])
    let arm = empty
    #expect(throws: NotEstimable.self) { try Outcome.ratio(of: 0, per: 1).moments(in: arm) }
  }
}
