import Testing

@testable import Documents

@Suite struct QuantityTests {
  @Test(
    arguments: [
      ("30 CNY", 30, "CNY", nil), ("5%", 5, "%", nil), ("14 days", 14, "days", nil),
      ("1.5 per month", 1.5, "", Period.month), ("300 CNY per day", 300, "CNY", Period.day),
      ("0.2% per week", 0.2, "%", Period.week), (".2426", 0.2426, "", nil),
      ("1e-05", 0.00001, "", nil), ("-3 EUR", -3, "EUR", nil), ("2EUR", 2, "EUR", nil),
      ("+1 year", 1, "year", nil), ("  7 %  ", 7, "%", nil),
    ] as [(String, Double, String, Period?)])
  func takesAFigureApart(_ text: String, _ number: Double, _ unit: String, _ period: Period?) throws
  {
    let quantity = try Quantity(text)
    #expect(quantity.number == number)
    #expect(quantity.unit == unit)
    #expect(quantity.period == period)
  }

  @Test(arguments: [
    ("12,300 CNY", "12300 CNY"), ("1,234,567", "1234567"), ("12 300 CNY", "12300 CNY"),
    ("12'300", "12300"), ("12_300", "12300"), ("0,5%", "0.5%"), ("1,50 CNY", "1.50 CNY"),
  ])
  func refusesSeparatorsAndSaysHowToWrite(_ text: String, _ right: String) {
    let error = #expect(throws: Mismatch.self) { try Quantity(text) }
    #expect(error?.repairs == [right])
  }

  @Test(arguments: ["", "abc", "%", "2%..5%", "1e999", "inf", "nan", "5 per fortnight", "9e15"])
  func refusesWhatIsNoFigure(_ text: String) {
    #expect(throws: Mismatch.self) { try Quantity(text) }
  }
}
