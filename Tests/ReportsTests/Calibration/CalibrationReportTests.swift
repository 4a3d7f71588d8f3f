import Documents
import Market
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

/// What a planner reads of a fit.
struct CalibrationReportTests {
  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The rows of the section with this title, from below the rule to the empty line.
  private func section(_ title: String, of report: String) -> [String] {
    let rows = lines(report).drop { !$0.hasPrefix(title) }.prefix { !$0.isEmpty }
    return Array(rows.drop { !$0.hasPrefix("─") }.dropFirst())
  }

  @Test func theAnswerComesFirst() throws {
    let text = CalibrationReport(try SmallShop.result()).text()
    #expect(lines(text)[0] == "Of 40 customers 17 (43%) bought again by 2026-02-15.")
    #expect(lines(text)[3].hasPrefix("In the 48 days after that they made "))
    #expect(!text.contains("\nFiles\n"))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test func onATerminalTheAnswerAndTitlesStandOut() throws {
    let result = try SmallShop.result()
    let text = CalibrationReport(result).text(style: .coloured)
    #expect(text.hasPrefix("\u{1B}[1mOf 40 customers"))
    #expect(text.contains("\n\u{1B}[1mRows\u{1B}[0m\n"))
    let plain = text.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
    #expect(plain == CalibrationReport(result).text())
  }

  /// Seven weeks, the last of six days.
  @Test func aShortHoldoutIsShownWhole() throws {
    let weeks = section("By week", of: CalibrationReport(try SmallShop.result()).text())
    #expect(weeks.count == 7)
    #expect(weeks.last?.hasPrefix("2026-04-04, ") != true)
    #expect(weeks.last?.hasPrefix("2026-03-30, 6 days") == true)
  }

  /// One purchase long after the others makes the check as long as is wanted.
  @Test(
    arguments: [
      (91, nil), (92, "The last week is in --json."),
      (273, "The other 26 weeks are in --json."),
    ] as [(Int, String?)])
  func aLongHoldoutIsCutAfterAQuarter(days: Int, remark: String?) throws {
    let end = try #require(CalendarDate(written: "2026-02-15")) + days
    let result = try SmallShop.result(SmallShop.log + "1,\(end.iso),20\n")
    #expect(result.calibration.holdout?.days == days)
    let weeks = section("By week", of: CalibrationReport(result).text())
    #expect(weeks.count == 13 + (remark == nil ? 0 : 1))
    #expect(weeks[12].hasPrefix("2026-05-11 "))
    if let remark { #expect(weeks.last == remark) }
  }

  @Test func withoutACurrencyAmountsHaveNone() throws {
    func header(_ currency: String?) throws -> [String] {
      let text = CalibrationReport(try SmallShop.result(currency: currency)).text()
      return Array(lines(text).drop { !$0.hasPrefix("Orders to ") }.dropFirst().prefix(2))
    }
    #expect(try header("EUR") == ["                average", "order   number      EUR"])
    #expect(try header(nil)[0] == "order   number  average")
  }

  @Test func anEmptyHoldoutSaysSo() throws {
    let text = CalibrationReport(try SmallShop.result(until: "2026-04-04")).text()
    #expect(
      text.contains("\nHoldout check\n  none: the log has no purchase after 2026-04-04\n"))
  }

  @Test func modelsThatAreNotFittedSayWhy() throws {
    let result = try SmallShop.result(SmallShop.newcomers, until: nil)
    let text = CalibrationReport(result).text()
    #expect(
      section("Models", of: text) == ["BG/NBD", "MBG/NBD", "Pareto/NBD", "Gamma-Gamma"].map {
        $0.padded(to: 11) + "  not fitted"
      } + result.modelRemarks)
    #expect(
      result.modelRemarks.first == "BG/NBD is not fitted: nobody bought again on a later day.")
    #expect(text.contains("repeat       0     none\n"))
  }
}
