import Documents
import Market
import Reports
import Takeaways
import Testing

struct TableCSVTests {
  private func table(_ code: String = "CNY", decimals: Int? = nil) -> Table {
    Table(
      Currency(code: code),
      columns: [
        Column("plan"), Column("profit", unit: code, decimals: decimals), Column("orders"),
        Column("repeat rate", unit: "share"), Column("date"),
      ])
  }

  private func text(_ table: Table) -> String {
    String(decoding: table.csv().dropFirst(3), as: UTF8.self)
  }

  @Test func beginsWithTheMarkAndEndsLinesAsRFC4180Says() {
    var table = table()
    table.append([.text("today"), .money(-1_234_567), .count(12.5), .share(0.25), .empty])
    #expect(table.csv().starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      text(table)
        == "plan,profit (CNY),orders,repeat rate (share),date\r\ntoday,-12345.67,12.5,0.25,\r\n")
  }

  @Test func quotesNamesAndMakesFormulasHarmlessButNotNumbers() throws {
    var table = table()
    let date = try #require(CalendarDate(year: 2026, month: 3, day: 2))
    table.append([.text("=cmd|' /C calc'!A0"), .money(-5), .count(-1), .share(-0.5), .date(date)])
    table.append([.text("10 off, \"second\"\nvisit"), .empty, .empty, .empty, .empty])
    table.append([.text("@you"), .empty, .empty, .empty, .empty])
    table.append([.text("+1"), .empty, .empty, .empty, .empty])
    table.append([.text("-1"), .empty, .empty, .empty, .empty])
    table.append([.text("\tx"), .empty, .empty, .empty, .empty])
    #expect(
      text(table).split(separator: "\r\n").dropFirst() == [
        "'=cmd|' /C calc'!A0,-0.05,-1,-0.5,2026-03-02",
        "\"10 off, \"\"second\"\"\nvisit\",,,,", "'@you,,,,", "'+1,,,,", "'-1,,,,",
        "\"'\tx\",,,,",
      ])
  }

  @Test(arguments: [
    ("JPY", nil, "1235"), ("JPY", 2, "1234.50"), ("KWD", nil, "1.235"), ("KWD", 0, "1"),
  ])
  func writesTheDecimalsOfTheCurrencyOrOfTheColumn(code: String, decimals: Int?, amount: String) {
    var table = table(code, decimals: decimals)
    table.append([.empty, .money(1_234.5), .empty, .empty, .empty])
    #expect(text(table).contains("\r\n,\(amount),"))
  }

  @Test func figuresHaveAtMostTheirOwnDecimals() {
    var table = table()
    table.append([
      .text("x"), .figure(-9_582.431, decimals: 2), .figure(0.25, decimals: 4), .empty, .empty,
    ])
    #expect(text(table).hasSuffix("\r\nx,-9582.43,0.25,,\r\n"))
  }

  @Test func whatIsNotANumberIsEmpty() {
    var table = table()
    table.append([.text("x"), .money(.nan), .count(.infinity), .share(.nan), .empty])
    #expect(text(table).hasSuffix("\r\nx,,,,\r\n"))
  }
}
