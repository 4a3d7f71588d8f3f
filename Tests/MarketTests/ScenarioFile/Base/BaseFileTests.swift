import Documents
import Statistics
import Testing

@testable import Market

@Suite struct BaseFileTests {
  static let usd = Currency(code: "USD")

  @Test func findsColumnsByTheirWords() {
    let text = """
      P(alive),age (days),Mean Basket (USD),repeat purchases,last purchase (days),customer
      0.7,272,22.345,2,213,4
      1,269,,0,0,18

      """
    let base = BaseFile(text, name: "base.csv", currency: Self.usd)
    #expect(base.problems.isEmpty)
    #expect(
      base.customers == [
        TodaysCustomer(repeats: 2, recency: 213, age: 272, meanBasket: 2_234.5),
        TodaysCustomer(repeats: 0, recency: 0, age: 269, meanBasket: nil),
      ])
  }

  @Test func sumsOfOtherRowsAreNoCustomers() {
    let text = """
      customer,repeat purchases,last purchase (weeks),age (weeks),mean basket (USD)
      A,1,2,3,"1,210.50"
      B,2,2,3,"2,300.25"
      Summe,3,4,6,"3,510.75"

      """
    let base = BaseFile(text, name: "base.csv", currency: Self.usd)
    #expect(base.customers.map(\.meanBasket) == [121_050, 230_025])
    #expect(base.problems.allSatisfy { $0.severity == .warning })
    #expect(base.problems.contains { $0.reason?.contains("“1,210.50” is read as 1210.50") == true })
    #expect(base.problems.contains { $0.reason?.contains(": 1 left out") == true })
  }

  @Test func aCustomerStandsInOneRow() {
    let text = """
      customer,repeat purchases,last purchase (weeks),age (weeks)
      A,1,2,3
      ,1,2,3
      B,0,0,4
       A ,0,0,9
      ,0,0,1
      a,0,0,2
      n/a,0,0,2
      n/a,0,0,2

      """
    let base = BaseFile(text, name: "base.csv", currency: Self.usd)
    #expect(base.problems.map(\.line) == [5])
    #expect(base.problems[0].reason == "This customer stands in line 2 too.")
    #expect(base.problems[0].path == "customer" && base.problems[0].severity == .error)
    #expect(base.customers.count == 7)
  }

  @Test func quotesLineEndsAndMarksAreRead() {
    let text =
      "\u{FEFF}\"customer\",\"repeat purchases\",\"last purchase (weeks)\",age (weeks)\r\n"
      + "\"Smith, \"\"Ann\"\"\r\nof York\",1,2,3\r\nB,0,0,1"
    let base = BaseFile(text, name: "base.csv", currency: Self.usd)
    #expect(base.problems.isEmpty)
    #expect(base.customers.map(\.age) == [21, 7])
  }

  @Test(arguments: [
    "", "customer\n1\n", "repeat purchases,last purchase,age (weeks)\n1,1,1\n",
    "repeat purchases,last purchase (fortnights),age (weeks)\n1,1,1\n",
    "repeat purchases,last purchase (weeks),age (weeks),mean basket (EUR)\n1,1,1,5\n",
    "repeat purchases,last purchase (weeks),age (weeks)\n",
    "repeat purchases,last purchase (weeks),age (weeks)\n1,1,inf\n",
  ])
  func whatIsNoBaseIsOneProblem(_ text: String) {
    let base = BaseFile(text, name: "base.csv", currency: Self.usd)
    #expect(base.problems.count == 1)
    #expect(base.customers.isEmpty)
  }

  @Test func manyWrongRowsAreNotAllReported() {
    let rows = String(repeating: "x,1,1\n", count: 1_000)
    let text = "repeat purchases,last purchase (weeks),age (weeks)\n" + rows
    let base = BaseFile(text, name: "base.csv", currency: Self.usd)
    #expect(base.problems.count == 21)
  }

  @Test func rowsKnowTheirNumber() throws {
    var reader = CommaSeparatedRows("a,b\n\"c\nd\",e\r\rf")
    var rows: [CommaSeparatedRows.Row] = []
    while let row = try reader.next() { rows.append(row) }
    #expect(rows.map(\.line) == [1, 2, 4])
    #expect(rows.map(\.fields) == [["a", "b"], ["c\nd", "e"], ["f"]])
  }

  /// The apostrophe that was put in front of a formula, and no other, is taken off again.
  @Test func identifiersAreReadAsTheyWere() throws {
    let names = ["+8613812345678", "-1", "=x", "'x", "'=x", "''=x", "＠me", " =x", "O'Brien"]
    var writer = CSVWriter(header: ["customer", "age (weeks)"])
    for name in names { writer.append([.identifier(name), .whole(1)]) }
    var rows = CommaSeparatedRows(String(decoding: writer.bytes, as: UTF8.self))
    _ = try rows.next()
    var read: [String] = []
    while let row = try rows.next() { read.append(row.fields[0]) }
    #expect(read == names)
  }
}
