import ArgumentParser
import Documents
import Foundation
import SharedData
import Testing

@testable import flywheel

/// `flywheel fit` on one log as spreadsheets of several countries write it: the figures are those of the plain one.
final class LogsAsPeopleHaveThemTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  deinit { folder.remove() }

  private struct Purchase {
    let customer: String
    let day: CalendarDate
    let cents: Int
  }

  /// Sixty customers in 2025, amounts from 10 to 2,400.
  private static let purchases: [Purchase] = (0..<60).flatMap { customer in
    (0...(customer % 5)).map { visit in
      Purchase(
        customer: "C\(customer)",
        day: CalendarDate(dayNumber: 20_089 + customer % 90 + visit * (11 + customer % 13)),
        cents: 1_000 + (customer * 7_919 + visit * 104_729) % 239_000)
    }
  }

  private static func log(
    _ separator: String = ",", header: String = "customer,date,amount", end: String = "\n",
    date: (CalendarDate) -> String = \.iso, amount: (Int) -> String = point
  ) -> String {
    let names = header.split(separator: ",").joined(separator: separator)
    return
      ([names]
      + purchases.map {
        [$0.customer, date($0.day), amount($0.cents)].joined(separator: separator)
      }).joined(separator: end) + end
  }

  private static func point(_ cents: Int) -> String { "\(cents / 100).\(two(cents % 100))" }
  private static func comma(_ cents: Int) -> String { "\(cents / 100),\(two(cents % 100))" }
  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func grouped(_ cents: Int, _ group: String, _ mark: String) -> String {
    let whole = cents / 100
    let digits =
      whole < 1_000
      ? "\(whole)" : "\(whole / 1_000)\(group)\(String(1_000 + whole % 1_000).dropFirst())"
    return "\(digits)\(mark)\(two(cents % 100))"
  }

  private static func day(_ form: String) -> (CalendarDate) -> String {
    { date in
      let (year, month, day) = date.parts
      return form.replacing("Y", with: "\(year)").replacing("0M", with: two(month))
        .replacing("0D", with: two(day)).replacing("M", with: "\(month)")
        .replacing("D", with: "\(day)")
    }
  }

  /// A German, an American, a Chinese and a French spreadsheet, and what data tools write.
  private static let dresses: [String: String] = [
    "german": log(";", end: "\r\n", date: day("0D.0M.Y"), amount: { "\(grouped($0, ".", ",")) €" }),
    "american": log(date: day("M/D/Y"), amount: { "\"$\(grouped($0, ",", "."))\"" }),
    "chinese": log(date: day("Y年M月D日"), amount: { "¥\(point($0))" }),
    "french": log(";", date: day("0D/0M/Y 9:05"), amount: { "\(grouped($0, "\u{202F}", ",")) €" }),
    "swiss": log("\t", date: day("D.M.Y"), amount: { "CHF \(grouped($0, "’", "."))" }),
    "serial": log(date: { "\($0.dayNumber + 25_569)" }),
    "epoch": log(date: { "\($0.dayNumber * 86_400 + 33_000)" }),
    "excel": "sep=;\n" + log(";", date: day("Y-M-D 9:01"), amount: comma),
    "report": "Orders of the year\nexported by hand\n" + log("|", amount: { "USD \(point($0))" }),
    "padded": log(header: " customer , date , amount ,", end: ",\n"),
  ]

  private func answer(_ bytes: some Sequence<UInt8>, _ further: [String] = []) throws -> (
    lines: [String], failure: CommandFailure?
  ) {
    let file = folder.path("log.csv")
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let outcome = try FitCommand.parse(
      ["--no-report", file, "--customer", "customer", "--date", "date", "--amount", "amount"]
        + further
    ).outcome()
    return (outcome.text.split(separator: "\n").map(String.init), outcome.failure)
  }

  /// All but what is said of the rows.
  private func figures(_ lines: [String]) -> [String] {
    Array(lines.prefix { $0 != "Rows" })
  }

  @Test(arguments: dresses.keys.sorted())
  func theFiguresAreThoseOfThePlainLog(dress: String) throws {
    let plain = try answer(Self.log().utf8)
    let dressed = try answer((Self.dresses[dress] ?? "").utf8)
    #expect(plain.failure == nil && dressed.failure == nil)
    #expect(figures(dressed.lines) == figures(plain.lines))
    #expect(plain.lines.contains("  180 read, 180 used, 0 set aside"))
    #expect(!plain.lines.contains { $0.contains("is read as") })
    #expect(
      dress == "padded"
        || dressed.lines.contains { $0.contains("is read as") || $0.contains("names of columns") })
  }

  @Test func sixteenBitsAndGBK() throws {
    let plain = try answer(Self.log().utf8)
    let wide = Self.log().utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
    #expect(figures(try answer([0xFF, 0xFE] + wide).lines) == figures(plain.lines))
    // 老 in GBK before each customer.
    var gbk: [UInt8] = []
    for (place, line) in Self.log().utf8.split(separator: 0x0A).enumerated() {
      if place > 0 { gbk += [0xC0, 0xCF] }
      gbk += line
      gbk.append(0x0A)
    }
    let read = try answer(gbk)
    #expect(figures(read.lines) == figures(plain.lines))
    #expect(read.lines.contains("  The file is read as GBK."))
  }

  @Test func undecidedColumnsAreAskedAboutInOneSentence() throws {
    let thousands = Self.log(
      ";", amount: { "\(1 + $0 % 9).\(String(1_000 + $0 % 1_000).dropFirst())" })
    let refused = try answer(thousands.utf8)
    #expect(refused.lines.isEmpty)
    #expect(refused.failure?.message.contains("Say --decimal comma for ") == true)
    #expect(try answer(thousands.utf8, ["--decimal", "comma"]).failure == nil)
    let early = Self.purchases.filter { $0.day.parts.day <= 12 }.map {
      "\($0.customer),\(Self.day("M/D/Y")($0.day)),\(Self.point($0.cents))"
    }
    let days = "customer,date,amount\n" + early.joined(separator: "\n") + "\n"
    #expect(try answer(days.utf8).failure?.message.contains("--date-format d/m/y") == true)
    #expect(try answer(days.utf8, ["--date-format", "m/d/y"]).failure == nil)
  }

  /// One row in twenty unreadable is a sentence; more is refused unless it was allowed.
  @Test func lossIsLoud() throws {
    func spoiled(_ count: Int) -> String {
      let lines = Self.log().split(separator: "\n")
      return lines.enumerated().map { place, line in
        place > 0 && place <= count ? line.split(separator: ",").dropLast() + ["twelve"] : [line]
      }.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    }
    let few = try answer(spoiled(2).utf8)
    #expect(few.failure == nil)
    #expect(
      few.lines.first?.hasPrefix(
        "1.1% of the rows (2 of 180) could not be used: 2 with an amount that is no number") == true
    )
    #expect(
      few.lines.first?.contains("The rows lost that have a day are of ") == true)
    let many = try answer(spoiled(18).utf8)
    #expect(many.lines.isEmpty && many.failure?.status == ExitCode(65))
    #expect(many.failure?.message.contains("10.0% of the rows (18 of 180) cannot be used") == true)
    #expect(try answer(spoiled(18).utf8, ["--allow-loss"]).failure == nil)
  }

  /// Two rows without a readable day have amounts of 900 and 1,100.
  @Test func lostRowsAreSetBesideTheRest() throws {
    let text =
      "customer,date,amount\n"
      + (1...98).map { "C\($0 % 30),2025-01-\(10 + $0 % 20),10.00\n" }.joined()
      + "C1,soon,900\nC2,later,1100\n"
    let first = try answer(text.utf8).lines.first
    #expect(
      first?.contains("Amounts average 1,000.00 in the rows lost that have one and 10.00 in those")
        == true)
  }

  @Test func sumsOfOtherRowsAreNoPurchases() throws {
    let plain = try answer(Self.log().utf8)
    for word in ["Total", "Gesamt:", "合计", "Subtotal"] {
      let read = try answer((Self.log() + "\(word),2025-12-30,99999.00\n").utf8)
      #expect(figures(read.lines) == figures(plain.lines))
      #expect(read.lines.contains { $0.hasPrefix("  1 with a sum of other rows") })
    }
  }

  @Test func amountsInAnotherCurrencyAreRefused() throws {
    let pounds = Self.log(amount: { "£" + Self.point($0) })
    let refused = try answer(pounds.utf8, ["--currency", "EUR"])
    #expect(refused.failure?.message.contains("are in GBP, and --currency says") == true)
  }

  /// `4.60123E+17` may be anybody of a great many.
  @Test func cutNumbersAsNamesAreSaid() throws {
    let text = Self.log().replacing("C7,", with: "4.60123E+17,")
    let read = try answer(text.utf8)
    #expect(read.lines.first?.contains("Customers such as “4.60123E+17” (") == true)
  }

  @Test func guestsAndRefundsAreNoLoss() throws {
    let guests = (0..<60).map { "NA,2025-02-0\(1 + $0 % 9),99.00" }.joined(separator: "\n")
    let read = try answer((Self.log() + guests + "\nC1,2025-03-01,-5.00\n").utf8)
    #expect(read.failure == nil)
    let plain = try answer(Self.log().utf8)
    #expect(Array(figures(read.lines).dropFirst()) == figures(plain.lines))
    // Half of the rows are nobody's, which is not to be overlooked.
    #expect(read.lines[0].contains("(60 of 241) have no customer: what guests"))
    #expect(read.lines.contains { $0.hasPrefix("  60 with no customer") })
  }

  @Test(arguments: ["2052-11-01", "1970-01-01", "1900-01-01"])
  func farOffDaysAreSetAsideAndSaid(day: String) throws {
    let read = try answer((Self.log() + "C1,\(day),5.00\n").utf8)
    #expect(read.failure == nil)
    #expect(read.lines.first == "One row is of \(day), far from all others: it was set aside.")
    let plain = try answer(Self.log().utf8)
    #expect(Array(figures(read.lines).dropFirst()) == figures(plain.lines))
  }

  @Test func numbersOfCustomersThatSpreadsheetsMadeDecimals() throws {
    let rows =
      "customer,date,amount\n17850,2025-01-01,5\n17850.0,2025-01-09,5\n17851,2025-01-02,5\n"
    #expect(
      try answer(rows.utf8).lines.first == "Of 2 customers 1 (50%) bought again by 2025-01-09.")
  }

  /// The founders' files, with their figures.
  @Test(
    .enabled(
      if: SharedData.expects(SharedData.folder.appendingPathComponent("cases/files/plain.csv"))),
    arguments: [
      "plain", "dmy", "slash_ymd", "cn_date", "iso_nopad", "hour1", "ampm", "excelserial", "yen",
      "trailing2", "sep", "future", "guests_NA",
    ])
  func sharedCases(name: String) throws {
    let file = SharedData.folder.appendingPathComponent("cases/files/\(name).csv").path
    let outcome = try FitCommand.parse(
      ["--no-report", file, "--customer", "customer", "--date", "date", "--amount", "amount"]
    ).outcome()
    #expect(outcome.failure == nil)
    #expect(outcome.text.contains("Of 60 customers 53 (88%) bought again by 2025-12-31."))
    #expect(outcome.text.contains("first       60    81.75\nrepeat     228    81.08\n"))
  }
}
