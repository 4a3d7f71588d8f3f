import Testing

@testable import Documents

/// Codes of currencies, and what was meant by what is none.
@Suite struct CurrencyKindTests {
  private func suggestion(_ text: String) -> String? {
    let element = Element(
      place: Place(line: 1, column: 1), path: "currency", content: .scalar(text))
    var reading = Reading(root: element)
    guard Kind<Currency>.currency.read(element, &reading) == nil else { return text }
    return reading.problems.first?.suggestion
  }

  @Test(arguments: [
    ("RMB", "CNY"), ("rmb", "CNY"), ("CNH", "CNY"), ("cny", "CNY"), ("yuan", "CNY"), ("元", "CNY"),
    ("￥", "CNY"), ("人民币", "CNY"), ("CYN", "CNY"), ("ＣＮＹ", "CNY"), ("$", "USD"), ("US$", "USD"),
    ("dollars", "USD"), ("EURO", "EUR"), ("€", "EUR"), ("Euros", "EUR"), ("UKP", "GBP"),
    ("£", "GBP"),
    ("usd", "USD"), ("HK$", "HKD"), ("日元", "JPY"), ("DEM", "EUR"),
  ])
  func wrongCodesHaveAName(_ written: String, _ meant: String) {
    #expect(suggestion(written) == meant)
  }

  @Test func codesAreThreeLetters() {
    #expect(Currency.codes.count > 150)
    #expect(Currency.codes.allSatisfy { $0.count == 3 })
    #expect(suggestion("CHF") == "CHF")
    #expect(suggestion("a lot") == nil)
  }

  /// Whatever a name stands for is a currency in use, and no name is a code itself.
  @Test func namesStandForCodes() {
    for (name, codes) in Currency.names {
      #expect(codes.allSatisfy(Currency.codes.contains), "\(name)")
      #expect(!Currency.codes.contains(name.uppercased()), "\(name)")
    }
    #expect(Currency.unusualDecimals.keys.allSatisfy(Currency.codes.contains))
  }
}
