import Testing

@testable import Documents

/// How ranges are written.
@Suite struct QuantityRangeTests {
  @Test(
    arguments: [
      ("2%..5%", 2, 5, "%"), ("2..5%", 2, 5, "%"), ("10..30 CNY", 10, 30, "CNY"),
      ("0.4 CNY..0.7 CNY", 0.4, 0.7, "CNY"), ("1..2 per month", 1, 2, "per month"),
      ("10 CNY..30 CNY per day", 10, 30, "CNY per day"), (".5 .. 1.5", 0.5, 1.5, ""),
      ("-1..2", -1, 2, ""), ("1 day..3 days", 1, 3, "days"), ("0..5%", 0, 5, "%"),
    ] as [(String, Double, Double, String)])
  func takesARangeApart(_ text: String, _ low: Double, _ high: Double, _ unit: String) throws {
    let range = try QuantityRange(text)
    #expect(range.low.number == low)
    #expect(range.high.number == high)
    #expect(range.unit == unit)
    #expect(range.low.unit == range.high.unit && range.low.period == range.high.period)
    #expect(!range.isUniform)
    #expect(try QuantityRange(text + " uniform").isUniform)
  }

  @Test func equalEndsAreOneFigure() throws {
    #expect(try QuantityRange("5%..5%").isFigure)
    #expect(try !QuantityRange("5%..6%").isFigure)
    #expect(try QuantityRange(figureOrRange: "30 CNY").isFigure)
  }

  @Test(
    arguments: [
      ("5%..2%", "2%..5%"), ("30..10 CNY", "10..30 CNY"), ("2%..5", "2%..5%"),
      ("8%..6% per year", "6..8% per year"), ("2…5%", "2..5%"),
      ("2%...5%", "2%..5%"), ("1 per week..2", "1 per week..2 per week"),
    ])
  func saysWhatWasMeant(_ text: String, _ right: String) throws {
    let error = #expect(throws: Mismatch.self) { try QuantityRange(text) }
    #expect(error?.repairs == [right])
    #expect(throws: Never.self) { try QuantityRange(right) }
  }

  @Test(
    arguments: [
      ("10%..25% unifrom", "unifrom", "10%..25% uniform"),
      ("0.2..1 Unifrom", "Unifrom", "0.2..1 uniform"),
      ("1..2 per month unform", "unform", "1..2 per month uniform"),
      ("3..8 CNY lognormal", "lognormal", "3..8 CNY"),
      ("5 days..9 days normal", "normal", "5 days..9 days"),
    ])
  func saysWhichWordMayStandBehindIt(_ text: String, _ word: String, _ right: String) throws {
    let error = #expect(throws: Mismatch.self) { try QuantityRange(text) }
    #expect(
      error?.reason == "`\(word)` is no word of a range: only `uniform` may stand behind it.")
    #expect(error?.repairs == [right])
    #expect(throws: Never.self) { try QuantityRange(right) }
  }

  @Test(arguments: ["2%..", "..5%", "..", "1..2..3", "a..b", "1 day..2 weeks", "1 CNY..2 USD"])
  func refusesWhatIsNoRange(_ text: String) {
    #expect(throws: Mismatch.self) { try QuantityRange(text) }
  }
}
