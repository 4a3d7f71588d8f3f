import Documents
import Market
import Testing

@testable import Reports
@testable import Takeaways

struct ReadableTests {
  @Test(arguments: [
    (1_234_567.0, 0, false, "1,234,567"), (999, 0, false, "999"), (-1_000, 0, false, "−1,000"),
    (12_345.678, 2, true, "+12,345.68"), (0.001, 2, true, "0.00"), (-0.001, 2, false, "0.00"),
  ])
  func number(value: Double, decimals: Int, isSigned: Bool, text: String) {
    #expect(Readable.number(value, decimals: decimals, isSigned: isSigned) == text)
  }

  @Test(arguments: [(12_345.0, 100.0), (999, 1), (1_000, 10), (58.37, 0.1), (0, 1)])
  func threeDigits(largest: Double, step: Double) {
    #expect(Readable.step([largest, -largest / 2]) == step)
  }

  @Test func allFiguresOfASentenceAreRoundedAlike() {
    let rounding = Rounding([1_234_567, 9_812_34, 1_491_100], .money, Currency(code: "CNY"))
    #expect(rounding.full(1_234_567) == "12,300 CNY")
    #expect(rounding.bare(981_234) == "9,800")
    #expect(rounding.bare(-1_491_100) == "14,900")
    #expect(Rounding([5_837], .money, Currency(code: "CNY")).full(5_837) == "58.37 CNY")
    #expect(Rounding([3.44], .count, Currency(code: "CNY")).full(3.44) == "3.4")
  }

  /// However small, a chance is not shown as 0.
  @Test(arguments: [
    (1, "1.0000"), (0.05, "0.0500"), (0.00123, "0.0012"), (0.000456, "4.56e-4"),
    (1.36e-112, "1.36e-112"), (4.94e-308, "4.94e-308"), (0, "<1e-300"),
  ])
  func chances(value: Double, text: String) { #expect(Readable.pValue(value) == text) }
}
