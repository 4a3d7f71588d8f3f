import Documents
import Market
import Testing

@testable import Reports
@testable import Takeaways

struct StepTests {
  private let currency = Currency(code: "CNY")

  @Test func wholeUnitsOnceAmountsHaveFiveDigits() {
    #expect(Step.money(largest: 999_999, currency).decimals == 2)
    #expect(Step.money(largest: 1_000_000, currency).decimals == 0)
    #expect(Step.money(largest: 10_000, Currency(code: "JPY")).decimals == 0)
    #expect(Step.money(largest: 9_999, Currency(code: "KWD")).decimals == 3)
  }

  /// Small differences of large amounts are told in minor units.
  @Test func smallDifferencesAreNotRoundedAway() {
    func decimals(_ difference: Double) -> Int {
      Step.money(largest: 1e8, smallestDifference: difference, currency).decimals
    }
    #expect(decimals(999) == 2 && decimals(1_000) == 0)
  }

  @Test(arguments: [(0.0, 0), (0.1, 1), (9, 1), (10, 0), (100, 0)])
  func countsAreWholeOrTenths(largest: Double, decimals: Int) {
    #expect(Step.count(largest: largest).decimals == decimals)
  }

  /// 301 cents in 2 replications are 1.505: a half is rounded away from zero, whatever it was summed from.
  @Test func aMeanIsRoundedOnce() {
    let cents = Step.money(largest: 0, currency)
    #expect(cents.steps(301, over: 2).rounded() == 151)
    #expect(cents.steps(-301, over: 2).rounded() == -151)
    #expect(Step.money(largest: 1e7, currency).value(151) == 15_100)
    let tenths = Step.count(largest: 9)
    #expect(tenths.value(tenths.steps(1, over: 4).rounded()) == 0.3)
    #expect(tenths.finer.value(tenths.finer.steps(1, over: 4).rounded()) == 0.25)
  }

  /// Parts and what they come to in whole steps, by largest remainder (Hamilton): as the seats of a parliament.
  @Test(
    arguments: [
      ([1, 2.6, 3.4], 7, [1, 3, 3]), ([0.4, 0.4, 0.4], 1, [1, 0, 0]),
      // 500 are 500, however little is left for the others to take.
      ([241.5, 500], 742, [242, 500]), ([241.4, 500], 742, [242, 500]),
      ([97.5, 2.5], 100, [97, 3]), ([-97.5, -2.5], -100, [-97, -3]), ([], 0, []),
      // All are whole, and yet the whole is printed one higher.
      ([3, 2, 0], 6, [4, 2, 0]),
    ] as [([Double], Double, [Double])])
  func partsAreApportioned(exact: [Double], whole: Double, parts: [Double]) {
    let shown = Step.count(largest: 100).apportioned(exact, to: whole)
    #expect(shown == parts && shown.reduce(0, +) == whole)
  }

  /// What is no part of a whole is not made one.
  @Test func whatDoesNotMakeUpAWholeStaysAsItIs() {
    #expect(Step.count(largest: 100).apportioned([10.2, 20.7], to: 500) == [10, 21])
  }

  /// Days' amounts are cut where their running sums stand: a stretch that is exact comes out exact.
  @Test(arguments: [
    [1.0, 2, 3.333], [0, 0, 0.4], [-5.5, 5.5, 7], [0, 0], [0.25, 0.25, 0.5, 3],
  ])
  func daysAddUpToTheirWhole(days: [Double]) {
    var sum = 0.0
    let running = days.map {
      sum += $0
      return sum
    }
    for whole in [sum.rounded(.down), sum.rounded(.up)] {
      let shown = Step.count(largest: 100).series(running, to: whole)
      #expect(shown.reduce(0, +) == whole)
      for (day, shown) in zip(days, shown) {
        #expect(abs(day - shown) <= 2 && (day != day.rounded() || shown == day || whole != sum))
      }
    }
  }
}
