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
    #expect(cents.steps(301, over: 2) == 151)
    #expect(cents.steps(-301, over: 2) == -151)
    #expect(Step.money(largest: 1e7, currency).value(cents.steps(301, over: 2)) == 15_100)
    #expect(Step.count(largest: 9).value(Step.count(largest: 9).steps(1, over: 4)) == 0.3)
  }

  @Test(arguments: [[1.0, 2, 3.333], [0, 0, 0.4], [-5.55, 5.551], [0, 0], []])
  func partsAddUpToTheirWhole(parts: [Double]) {
    for step in [
      Step.money(largest: 0, currency), .count(largest: 5), .money(largest: 1e7, currency),
    ] {
      let whole = step.rounding(parts.reduce(0, +))
      let shown = step.parts(parts, of: whole)
      #expect(abs(shown.reduce(0, +) - whole) < 1e-9)
      for (part, shown) in zip(parts, shown) {
        #expect(part != 0 || shown == 0)
        // Off by at most half a step for the whole, and a hundredth for where it is cut.
        #expect(abs(part - shown) <= step.value(0.511))
      }
    }
  }
}
