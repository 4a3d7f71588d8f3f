import Testing

@testable import Market

struct AmountReadingTests {
  func read(_ text: String, decimals: Int = 2) -> AmountReading {
    AmountReading(Array(text.utf8).span, decimals: decimals)
  }

  @Test(arguments: [
    ("29.33", Int64(2933)), ("0.07", 7), (" 12 ", 1200), ("+3.5", 350), (".5", 50), ("7.", 700),
    ("-4.20", -420), ("1e3", 100_000), ("1.5E-1", 15), ("0.29000000000000000000", 29),
    ("-0.00", 0), ("9007199254740.93", 900_719_925_474_093),
  ])
  func exactAmounts(text: String, units: Int64) {
    #expect(read(text) == .exact(units))
  }

  /// Halves go to the even unit; a digit anywhere behind decides.
  @Test(arguments: [
    ("0.005", Int64(0)), ("0.015", 2), ("0.0050000000000000000000001", 1), ("0.0149", 1),
    ("2.675", 268), ("-0.015", -2), ("1e-30", 0), ("29.330000000000002", 2933),
  ])
  func roundedAmounts(text: String, units: Int64) {
    #expect(read(text) == .rounded(units))
  }

  @Test func otherDecimals() {
    #expect(read("1234", decimals: 0) == .exact(1234))
    #expect(read("12.5", decimals: 0) == .rounded(12))
    #expect(read("1.2345", decimals: 3) == .rounded(1234))
  }

  @Test(arguments: ["", "   ", "NA", "n/a", "NaN", "null", "None"])
  func missing(text: String) { #expect(read(text) == .missing) }

  @Test(arguments: ["12,50", "1,234.56", "$5", "5 USD", "1.2.3", "--1", "e5", "1e", "1e99999", "x"])
  func unreadable(text: String) { #expect(read(text) == .unreadable) }

  @Test(arguments: ["1e14", "99999999999999999999999", "1e300", "10000000000000.01"])
  func tooLarge(text: String) { #expect(read(text) == .tooLarge) }
}
