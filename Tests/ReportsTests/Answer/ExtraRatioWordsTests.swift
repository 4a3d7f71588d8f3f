import Documents
import Market
import Testing

@testable import Planning
@testable import Reports
@testable import Takeaways

struct ExtraRatioWordsTests {
  private let reader = MeasureReader(ReplicationDesign())
  private let currency = Currency(code: "CNY")

  private func cell(_ ratio: ExtraRatio, _ unit: Measure.Unit = .money) -> Cell {
    ratio.cell(unit, currency, decimals: 2)
  }

  /// Where nothing more is spent on winning customers the table has a dash, and nothing else a figure.
  @Test func whatCostsNothingHasNoCost() {
    let won: [Double] = [10, 11, 9, 10]
    let free = ExtraRatio.cost([0, 0, 0, 0], per: won, reader, none: "nobody")
    #expect(cell(free) == .empty && free.costOfOneMore == nil)
    let dear = ExtraRatio.cost([100, 110, 90, 104], per: won, reader, none: "nobody")
    #expect(cell(dear) == .money(10.1) && dear.costOfOneMore == 10.1)
    let gain = ExtraRatio.gain(won, per: [0, 0, 0, 0], reader)
    #expect(cell(gain, .ratio) == .empty)
  }

  /// What one costs at least is not quoted without what one costs on average.
  @Test func theMeanStandsBesideTheBound() throws {
    let ratio = ExtraRatio.cost(
      [10_000, 10_100, 9_900, 10_000], per: [9, 1, 6, 2], reader, none: "nobody")
    guard case .atLeast(let end, let estimate) = ratio.reading else {
      Issue.record("\(ratio.reading)")
      return
    }
    #expect(abs(estimate.value - 40_000.0 / 18) < 1e-9 && end < estimate.value)
    #expect(cell(ratio) == .text("22.22 (≥\(Readable.number(end / 100, decimals: 2)))"))
    #expect(ratio.costOfOneMore == nil)
  }

  /// Half of the means' interval lies below 0.
  @Test func whatIsNotToldIsUnclear() {
    #expect(cell(.gain([10, 11, 9, 10], per: [5, -4, 3, -2], reader), .ratio) == .text("unclear"))
  }

  @Test func aDayComesWithItsShareOfMarkets() {
    let seldom = PaidBack(reading: .on(day: 632), chanceWithinHorizon: 0.44)
    #expect(seldom.short(least: 0) == "day 632 (44%)" && seldom.quotedDay == nil)
    #expect(seldom.sentence(least: 0) == "day 632 on average, by the last in 44 of 100 markets")
    let mostly = PaidBack(reading: .on(day: 5), chanceWithinHorizon: 0.993)
    #expect(mostly.short(least: 0) == "day 5 (>99%)" && mostly.quotedDay?.day == 5)
    let never = PaidBack(reading: .notWithinHorizon, chanceWithinHorizon: 0.3)
    #expect(never.short(least: 0) == "not by then")
    #expect(never.sentence(least: 0) == never.short(least: 0))
    #expect(never.quotedDay == nil)
  }
}
