import Testing

@testable import Documents

/// How the figures of a column are written is decided from all of its cells.
struct NumberColumnTests {
  private func form(
    _ cells: [String], commas: Bool = true, forced: DecimalMark? = nil
  ) throws(ColumnDoubt) -> NumberForm {
    var evidence = NumberEvidence()
    for cell in cells { evidence.note(Array(cell.utf8).span) }
    return try evidence.form("amount", isCommaSeparated: commas, forced: forced)
  }

  private func values(
    _ cells: [String], commas: Bool = true, forced: DecimalMark? = nil
  ) throws -> [Double?] {
    let form = try form(cells, commas: commas, forced: forced)
    var scratch = NumberScratch()
    return cells.map { cell in
      guard case .number(let value) = scratch.read(Array(cell.utf8).span, form) else { return nil }
      return value
    }
  }

  /// Each cell alone says how it is written.
  @Test(arguments: [
    ("1,210.50", 1210.5), ("1.210,50", 1210.5), ("1 206,20 €", 1206.2),
    ("1\u{202F}206,20 €", 1206.2),
    ("1'206.20", 1206.2), ("1’206.20", 1206.2), ("(1,210.50)", -1210.5), ("−12.5", -12.5),
    ("12.50-", -12.5), ("$12.50", 12.5), ("-$12.50", -12.5), ("US$ 12.50", 12.5),
    ("12.50 EUR", 12.5),
    ("￥１２．５０", 12.5), ("¥32.60", 32.6), ("32.60元", 32.6), ("RMB 32.60", 32.6), ("Rs. 12.5", 12.5),
    ("12,50,000.5", 1_250_000.5), ("1.234.567,8", 1_234_567.8), ("kr 12,5", 12.5), ("+7.25", 7.25),
    ("CHF 1'000.05", 1000.05), ("5.", 5), (".5", 0.5), ("1e3", 1000), ("(€12.50)", -12.5),
  ])
  func figures(cell: String, value: Double) throws {
    #expect(try values([cell], commas: false) == [value])
  }

  @Test(arguments: [
    "12a", "1,23,4", "1.2.3", "12 34", "--5", "1,210,50.5", "abc", "12.5.2026", "1e",
  ])
  func noFigures(cell: String) throws {
    #expect(try values([cell], commas: false) == [nil])
  }

  /// 6.036 and 843 in a file with semicolons are thousands or decimals: both are shown, and asked for.
  @Test func undecidedColumnsAreRefusedWithBothReadings() throws {
    let cells = ["6.036", "843", "3.069"]
    #expect(throws: ColumnDoubt.decimal("6.036", column: "amount")) {
      try form(cells, commas: false)
    }
    let words = ColumnDoubt.decimal("6.036", column: "amount").description
    #expect(words.contains("6036") && words.contains("6.036") && words.contains("--decimal comma"))
    #expect(try values(cells, commas: false, forced: .comma) == [6036, 843, 3069])
    #expect(try values(cells, commas: false, forced: .point) == [6.036, 843, 3.069])
    // Where commas separate fields, a point is what it is in English.
    #expect(try values(cells) == [6.036, 843, 3.069])
  }

  /// One cell that can be only one of the two decides for all the others.
  @Test(arguments: [
    (["6.036", "12,5"], [6036, 12.5]), (["6.036", "0.5"], [6.036, 0.5]),
    (["6.036", "1.234.567"], [6036, 1_234_567]), (["6,036", "12.5"], [6036, 12.5]),
    (["6,036", "0,75"], [6.036, 0.75]), (["1.000", "1234.567"], [1, 1234.567]),
    (["1.000", "5.6"], [1, 5.6]),
  ])
  func oneCellDecides(cells: [String], expected: [Double]) throws {
    #expect(try values(cells, commas: false) == expected)
  }

  @Test func aMarkNeverChangesFromRowToRow() throws {
    // Three cells with decimal commas outweigh one with a point, which is then no figure.
    #expect(try values(["1,5", "2,5", "3,5", "4.5"], commas: false) == [1.5, 2.5, 3.5, nil])
  }

  @Test func percentagesAreShares() throws {
    #expect(try values(["16.0%", "12.6 %", "0", "100％"]) == [0.16, 0.126, 0, 1])
    #expect(throws: ColumnDoubt.percent("16%", "0.12", column: "amount")) {
      try form(["16%", "0.12"])
    }
  }

  @Test func wordsForYesAndNoAreOneAndZero() throws {
    #expect(
      try values(["True", "FALSE", "yes", "No", "是", "否", "", "NA"])
        == [1, 0, 1, 0, 1, 0, nil, nil])
    // Among figures they are none.
    #expect(try values(["yes", "12.5"]) == [nil, 12.5])
    #expect(try values(["true", "1", "0"]) == [1, 1, 0])
  }

  @Test func twoCurrenciesAreNotAddedUp() {
    #expect(throws: ColumnDoubt.currencies("USD", "EUR", column: "amount")) {
      try form(["$12.50", "€13.00"])
    }
    // A yen sign is that of the yuan, too.
    #expect(throws: Never.self) { try form(["¥12.50", "CNY 13.00"]) }
  }

  @Test(arguments: [
    "", " ", "NA", "n/a", "N.A.", "NaN", "null", "None", "-", "—", "#N/A", "无", "\\N",
  ])
  func missingWords(cell: String) throws {
    let form = try form(["1,5", cell], commas: false)
    var scratch = NumberScratch()
    #expect(scratch.read(Array(cell.utf8).span, form) == .missing)
    #expect(NumberReading(Array(cell.utf8).span) == .missing)
  }

  @Test func whatWasDecidedIsSaid() throws {
    #expect(
      try form(["1.210,50"], commas: false).sentence("revenue")
        == "Figures of revenue: “1.210,50” is read as 1210.50.")
    #expect(try form(["12.5%"]).sentence("share") == "Figures of share: “12.5%” is read as 0.125.")
    #expect(try form(["12.5", "-3", "7"]).sentence("plain") == nil)
  }
}
