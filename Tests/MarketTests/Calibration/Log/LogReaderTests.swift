import Documents
import Statistics
import Testing

@testable import Market

struct LogReaderTests {
  let columns = LogColumns(customer: "customer", date: "date", amount: "amount")
  let euro = Currency(code: "EUR")

  func read(
    _ text: String, until: CalendarDate? = nil, pieces: Int = .max
  ) throws -> (summary: PurchaseSummary, rows: RowCounts) {
    try read(Array(text.utf8), until: until, pieces: pieces)
  }

  func read(
    _ bytes: [UInt8], until: CalendarDate? = nil, pieces: Int = .max,
    form: TableForm = TableForm()
  ) throws -> (summary: PurchaseSummary, rows: RowCounts) {
    var reader = LogReader(columns: columns, currency: euro, until: until, form: form)
    var rest = bytes[...]
    while !rest.isEmpty {
      try reader.feed(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
    }
    let summary = try reader.finish()
    return (summary, reader.rows)
  }

  let log = """
    date,customer,amount,note
    2026-01-10,b,5.00,
    2026-01-01,a,10.00,first
    2026-01-10,b,5.00,
    2026-01-20,a,2.50,x
    2026-01-20,a,1.50,y
    2026-02-01,a,7.00,
    2026-01-03,b,30.00,earlier
    2026-02-09,c,9.99,late
    """

  @Test(arguments: [1, 5, .max])
  func historiesDoNotDependOnTheOrderOfRowsOrPieces(pieces: Int) throws {
    let until = try #require(CalendarDate(year: 2026, month: 1, day: 31))
    let (summary, rows) = try read(log, until: until, pieces: pieces)
    // b was met first; its first purchase is the one of January 3.
    #expect(
      summary.histories == [
        CustomerHistory(repeats: 1, recency: 7, age: 28, repeatSpend: 1000),
        CustomerHistory(repeats: 1, recency: 19, age: 30, repeatSpend: 400),
      ])
    #expect((0..<2).map(summary.customerName) == ["b", "a"])
    #expect(summary.firstOrders == .init(count: 2, priced: 2, total: 4000))
    #expect(summary.repeatOrders == .init(count: 2, priced: 2, total: 1400))
    #expect(summary.newcomers == 1)
    #expect(summary.mergedRows == 2)
    #expect(summary.duplicateRows == 1)
    #expect(summary.holdout?.byCustomer == [0, 1])
    #expect(summary.holdout?.byWeek == [1, 0])
    #expect(summary.holdout?.days == 9)
    #expect(rows.read == 8)
    #expect(rows.used == 8)
    #expect(rows.setAside.isEmpty)
  }

  @Test func withoutAnEndTheLastDayIsTheEnd() throws {
    let (summary, _) = try read(log)
    #expect(summary.observationEnd.iso == "2026-02-09")
    #expect(summary.holdout == nil)
    #expect(summary.histories.map(\.repeats) == [1, 2, 0])
  }

  /// A purchase whose amount nobody knows is a purchase: on February 2 one of two rows has one, on the 3rd none.
  @Test func purchasesWithoutAnAmountCount() throws {
    let (summary, rows) = try read(
      Array(
        """
        customer,date,amount
        a,2026-02-01,
        a,2026-02-02,4
        a,2026-02-02,NA
        a,2026-02-03,
        b,2026-02-01,3
        """.utf8))
    #expect(rows.used == 5)
    #expect(rows.unpriced == 3)
    #expect(rows.loss.lost == 0)
    #expect(summary.histories.map(\.repeats) == [2, 0])
    #expect(summary.histories.map(\.pricedRepeats) == [1, 0])
    #expect(summary.histories[0].meanBasket == 400)
    #expect(summary.firstOrders == .init(count: 2, priced: 1, total: 300))
    #expect(summary.repeatOrders == .init(count: 2, priced: 1, total: 400))
  }

  @Test func anEndAfterTheLogIsRefused() {
    #expect(throws: LogProblem.self) {
      try read(
        Array("customer,date,amount\na,2026-02-01,1\n".utf8),
        until: CalendarDate(written: "2026-02-02"))
    }
  }

  @Test func rowsAreSetAsideByReasonWithExamples() throws {
    let (summary, rows) = try read(
      """
      customer,date,amount
      a,2026-01-01,1.00
      a,01/02/2026,1.00
      ,2026-01-02,1.00
      a,,1.00
      a,2026-01-02,
      a,2026-01-02,-1.00
      a,2026-01-02,12 EUR
      a,2026-01-02,1e15
      a,2026-01-02
      a,2026-01-02,"1.00"x
      a,2026-01-03,0.005
      a,2026-01-04,-2
      """)
    #expect(rows.read == 12)
    #expect(rows.used == 3)
    #expect(rows.unpriced == 1)
    #expect(rows.rounded == 1)
    #expect(rows.setAsideCount == 9)
    #expect(
      summary.histories == [CustomerHistory(repeats: 2, recency: 2, age: 2, pricedRepeats: 1)])
    #expect(
      rows.setAside.map { "\($0.count) \($0.reason): \($0.examples[0].description)" } == [
        "1 wrongWidth: row 10", "1 strayQuotes: row 11",
        "1 missingCustomer: row 4, column customer",
        "1 missingDate: row 5, column date", "1 unreadableDate: row 3, column date: “01/02/2026”",
        "1 unreadableAmount: row 8, column amount: “12 EUR”",
        "2 negativeAmount: row 7, column amount: “-1.00”",
        "1 tooLargeAmount: row 9, column amount: “1e15”",
      ])
  }

  /// How the whole column is written is told by the form; a figure written otherwise is none.
  @Test func decimalCommasAreReadWhereTheColumnHasThem() throws {
    var form = TableForm()
    var comma = NumberForm()
    (comma.decimal, comma.example) = (.comma, "1,50")
    form.numbers["amount"] = comma
    let text = "customer;date;amount\n7;2026-01-01;1,50\n7;2026-01-02;2,25\n7;2026-01-03;2.25\n"
    let (summary, rows) = try read(Array(text.utf8), form: form)
    #expect(rows.setAside.map(\.reason) == [.unreadableAmount])
    #expect(summary.firstOrders.total == 150)
    #expect(summary.repeatOrders.total == 225)
  }

  @Test func latinCustomersAreReadAndCounted() throws {
    let bytes =
      Array("customer,date,amount\n".utf8) + [0x5A, 0xFC]
      + Array(",2026-01-01,1\nZü,2026-01-02,2\n".utf8)
    let (summary, rows) = try read(bytes)
    #expect(rows.notUTF8 == 1)
    #expect(summary.histories.count == 1)
    #expect(summary.customerName(at: 0) == "Zü")
  }

  @Test func columnNamesMayDifferInCaseAndSpaces() throws {
    let (summary, _) = try read("\u{FEFF} Customer ,DATE,Amount\r\n7,20260101,1\r\n")
    #expect(summary.histories.count == 1)
  }

  @Test func unusableFilesSayWhy() throws {
    func problem(_ text: String, until: CalendarDate? = nil) -> String {
      do {
        _ = try read(text, until: until)
        return "none"
      } catch { return "\(error)" }
    }
    #expect(
      problem("custmer,date,amount\n1,2026-01-01,2\n")
        == "there is no column “customer” (--customer). Did you mean “custmer”? The columns are "
        + "“custmer”, “date”, “amount”.")
    #expect(
      problem("id,date,amount\n1,2026-01-01,2\n")
        == "there is no column “customer” (--customer). The columns are “id”, “date”, “amount”.")
    #expect(
      problem("customer,date,date,amount\n")
        == "there is more than one column “date” (--date); write “date#1” for the first,"
        + " “date#2” for the second")
    #expect(problem("customer,date,amount\n") == "there are column names but no rows")
    #expect(problem("") == "there is nothing in it, not even a row of column names")
    #expect(
      problem("customer,date,amount\na,x,1\na,2026-01-01,-1\n")
        == "none of its 2 rows can be used: 1 with a date that cannot be read "
        + "(row 2, column date: “x”); 1 with a negative amount, such as a refund "
        + "(row 3, column amount: “-1”)")
    #expect(
      problem(
        "customer,date,amount\na,2026-01-05,1\n", until: CalendarDate(year: 2026, month: 1, day: 1))
        == "nobody had bought by 2026-01-01: the first purchase was on 2026-01-05")
  }

  /// Random lines of plausible and implausible fields: read, set aside or refused, but never a trap.
  @Test func nothingTraps() throws {
    let fields = [
      "a", "b", "", "\"", "\"\"", "1", "-1", "1e999", "1e-999", "9223372036854775807", ".",
      "2026-01-01",
      "20260231", "2026-01-01T", "99991231", "é", "NaN", "0", "2199-12-31", "1900-01-01", "+", "e",
    ]
    let draws = Draws(seed: 10, replication: 0)
    var read = 0
    for number in 0..<300 {
      var stream = draws.stream(Individual(family: 0, index: UInt32(number)), Purpose("lines"))
      var text = "customer,date,amount\n"
      for _ in 0..<(number % 40) {
        let line = (0..<3).map { _ in fields.randomElement(using: &stream) ?? "" }
        text += line.joined(separator: ",") + "\n"
      }
      var reader = LogReader(columns: columns, currency: euro, until: nil)
      guard (try? reader.feed(Array(text.utf8))) != nil, let summary = try? reader.finish() else {
        continue
      }
      let calibration = Calibration(summary, unit: .month, currency: euro)
      #expect(
        calibration.fit(of: .bgnbd).obstacle != nil || calibration.fit(of: .bgnbd).model != nil)
      read += 1
    }
    #expect(read > 20)
  }
}
