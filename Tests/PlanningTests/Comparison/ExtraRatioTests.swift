import Market
import Statistics
import Testing

@testable import Planning

@Suite struct ExtraRatioTests {
  private let reader = MeasureReader(ReplicationDesign())

  private func cost(_ cost: [Double], _ gained: [Double]) -> ExtraRatio {
    .cost(cost, per: gained, reader, none: "wins nobody more")
  }

  private func gain(_ gained: [Double], _ cost: [Double]) -> ExtraRatio {
    .gain(gained, per: cost, reader)
  }

  @Test func whatOneMoreCosts() throws {
    let found = cost([100, 110, 90, 104], [10, 11, 9, 10])
    guard case .between(let estimate) = found.reading else {
      Issue.record("\(found.reading)")
      return
    }
    #expect(estimate.value == 404.0 / 40)
    let prediction = try #require(estimate.prediction)
    #expect(prediction.contains(estimate.value) && prediction.low > 5 && prediction.high < 20)
    #expect(found.estimated == .estimate(estimate))
    #expect(found.above.value == 101 && found.below.value == 10)
  }

  @Test func nobodyMore() {
    #expect(cost([100, 100], [0, 0]).reading == .none("wins nobody more"))
    #expect(cost([100, 100], [1, -3]).reading == .none("wins nobody more"))
    #expect(cost([-100, -100], [1, -3]).reading == .none("wins nobody more"))
  }

  @Test func moreForLess() {
    let found = cost([-100, -120, -90], [4, 5, 6])
    #expect(found.reading == .saves)
    #expect(found.estimated == .none("saves"))
  }

  /// 36,400 spent, two customers more or fewer than none: it costs at least so much, however few are won.
  @Test func noUpperEnd() throws {
    let gained = [2.0, 5, -1, 4, 0, 3, 1, 6, -2, 2]
    let found = cost(gained.map { 36_400 + $0 }, gained)
    guard case .atLeast(let end, let estimate) = found.reading else {
      Issue.record("\(found.reading)")
      return
    }
    #expect(end > 1_000 && end < estimate.value && estimate.prediction == nil)
    #expect(found.estimated.estimate?.prediction == Interval(low: end, high: .infinity))
  }

  /// Neither what is spent nor what is won has a sign one could know.
  @Test func nothingToSayOfMarkets() {
    let found = cost([50, -45, 60, -30], [3, -2, 2, -1])
    guard case .open(let estimate) = found.reading else {
      Issue.record("\(found.reading)")
      return
    }
    #expect(estimate.value == 17.5 && estimate.prediction == nil)
  }

  @Test func returns() throws {
    let found = gain([-50, -45, -60, -52], [100, 110, 90, 104])
    guard case .between(let estimate) = found.reading else {
      Issue.record("\(found.reading)")
      return
    }
    #expect(estimate.value == -207.0 / 404)
    #expect(gain([500, 400], [0, 0]).reading == .none("spends what the baseline spends"))
    #expect(
      gain([500, 400, 300], [10, -12, 5]).reading == .none("whether it spends more is not clear"))
    // A loss over savings is no gain: +0.86 was printed for −7,825.
    #expect(
      gain([-7_825, -7_900, -7_700], [-9_100, -9_000, -9_200]).reading
        == .none("spends less and loses by it"))
    #expect(gain([7_825, 7_900, 7_700], [-9_100, -9_000, -9_200]).reading == .saves)
  }

  /// The mean spends more, a market need not.
  @Test func aReturnOfMarketsThatMayNotSpendMore() throws {
    let spent = [1.0, 5, -2, 4, 0, 3, 1, 6, -1, 2]
    let found = gain(spent.map { 10 + $0 }, spent)
    guard case .open(let estimate) = found.reading else {
      Issue.record("\(found.reading)")
      return
    }
    #expect(estimate.precision != nil && estimate.prediction == nil)
  }

  /// A bound belongs to the set just where what is above it lies on both sides of 0.
  @Test func boundsAndSetsAgree() throws {
    let found = cost([100, 110, 90, 104], [10, 11, 9, 10])
    let prediction = try #require(found.estimated.estimate?.prediction)
    for limit in stride(from: 5.0, through: 20, by: 0.25) {
      let excess = try #require(found.excess(over: limit)).interval
      #expect(prediction.contains(limit) == (excess.low <= 0 && excess.high >= 0), "\(limit)")
    }
  }
}
