import Statistics
import Testing

@testable import Market

@Suite struct RatioPredictionTests {
  /// Costs and customers that go together.
  private func pairs(_ count: Int, customers: Double, spread: Double, seed: UInt32 = 0)
    -> (costs: [Double], customers: [Double])
  {
    var stream = Draws(seed: 23, replication: 0)
      .stream(Individual(family: 2, index: seed), Purpose("pairs"))
    let won = (0..<count).map { _ in customers + spread * stream.normal() }
    return (won.map { 100 + 3 * $0 + 5 * stream.normal() }, won)
  }

  /// A ratio is an end of the set where y − θ·x is just told from 0, by the law of any other quantity.
  @Test(arguments: [(1, nil), (1_000, nil), (1, 2), (1_000, 10)])
  func endsAreWhereTheDifferenceIsToldFromZero(k: Int, perDraw: Int?) throws {
    let (costs, customers) = pairs(40, customers: 30, spread: 4)
    let design = ReplicationDesign(standsFor: k, replicationsPerDraw: perDraw)
    let ratio = try #require(RatioPrediction(costs, per: customers, design))
    let set = try #require(ratio.prediction.interval)
    #expect(set.contains(ratio.value))
    for (end, isLow) in [(set.low, true), (set.high, false)] {
      let rest = zip(costs, customers).map { $0 - end * $1 }
      let interval = try #require(design.prediction(of: rest)).interval
      let far = isLow ? interval.low : interval.high
      // With draws degrees of freedom are taken where the ratio is, not at the end: a few per cent.
      let tolerance = perDraw == nil ? 1e-9 : 0.1
      #expect(abs(far) < tolerance * interval.halfWidth)
    }
    let precision = try #require(ratio.precision.interval)
    #expect(precision.low > set.low && precision.high < set.high)
  }

  /// Fieller with 1/n is how precisely the ratio was computed, whatever customers stand for.
  @Test func precisionIsOfTheMeans() throws {
    let (costs, customers) = pairs(30, customers: 30, spread: 4)
    var sums = CoMoments(variables: 2)
    for pair in zip(costs, customers) { sums.add([pair.0, pair.1]) }
    let expected = try #require(RatioOfMeans(sums, numerator: 0, denominator: 1))
      .fiellerSet(confidence: 0.95).interval
    let found = try #require(
      RatioPrediction(costs, per: customers, ReplicationDesign(standsFor: 7))
    ).precision.interval
    #expect(abs(try #require(found?.low) - (try #require(expected?.low))) < 1e-9)
    #expect(abs(try #require(found?.high) - (try #require(expected?.high))) < 1e-9)
  }

  /// Two customers more or less than none: a market may win nobody, and costs each have no upper end.
  @Test func noUpperEndWhereAMarketMayWinNobody() throws {
    let (_, customers) = pairs(30, customers: 2, spread: 2)
    let costs = customers.map { 36_400 + $0 }
    let ratio = try #require(RatioPrediction(costs, per: customers, ReplicationDesign()))
    guard case .outside(let gap) = ratio.prediction else {
      Issue.record("\(ratio.prediction)")
      return
    }
    #expect(gap.low < 0 && gap.high > 0 && gap.high < ratio.value)
    // The mean of thirty is known better: it wins some.
    #expect(ratio.precision.interval != nil)
  }

  @Test func twoHundredRatiosSpeakForThemselves() throws {
    let (costs, customers) = pairs(250, customers: 30, spread: 4)
    let ratio = try #require(RatioPrediction(costs, per: customers, ReplicationDesign()))
    let each = zip(costs, customers).map { $0 / $1 }
    #expect(ratio.prediction.interval == each.freshSpread)
  }

  @Test func nothingToDivideBy() {
    #expect(RatioPrediction([1, 2], per: [0, 0], ReplicationDesign()) == nil)
    #expect(RatioPrediction([1], per: [1], ReplicationDesign()) == nil)
    let none = MeasureReader(ReplicationDesign()).ratio([1, 2], per: [0, 0], none: "nobody")
    #expect(none == .none("nobody"))
  }
}
