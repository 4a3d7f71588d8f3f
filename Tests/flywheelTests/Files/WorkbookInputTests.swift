import ArgumentParser
import Documents
import Foundation
import Market
import Testing
import Workbooks

@testable import flywheel

/// Workbooks wherever CSV is read: the same answer from the same rows.
final class WorkbookInputTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "flywheel-workbooks-\(UUID().uuidString)")
  private let columns = [
    "--customer", "customer", "--date", "date", "--amount", "amount", "--no-report",
  ]

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func write(_ name: String, _ sheets: [SheetContent]) throws {
    let bytes = try WorkbookContent(title: "t", sheets: sheets).bytes()
    try Data(bytes).write(to: folder.appending(path: name))
  }

  /// The sheet of a CSV text, with numbers and dates as such, below a title.
  private func sheet(_ name: String, _ csv: String) -> SheetContent {
    var sheet = SheetContent(name: name)
    sheet.rows = [[.text("As exported")]]
    for line in csv.split(separator: "\n") {
      sheet.rows.append(
        line.split(separator: ",", omittingEmptySubsequences: false).map { field in
          if let number = Double(field) { return .number(number) }
          if let date = CalendarDate(written: String(field)) {
            return .number(
              Double(date.dayNumber + 25_569), SheetFormat(number: "d/m/yyyy"))
          }
          return field.isEmpty ? .empty : .text(String(field))
        })
    }
    return sheet
  }

  @Test func aLogIsReadAsItsCSVIs() throws {
    let log = FitCommandTests.log
    try Data(log.utf8).write(to: folder.appending(path: "log.csv"))
    try write("log.xlsx", [sheet("Sales", log)])
    func text(_ name: String) throws -> String {
      let outcome = try FitCommand.parse([path(name)] + columns).outcome()
      #expect(outcome.failure == nil)
      return outcome.text.components(separatedBy: "\nRows").first ?? ""
    }
    #expect(try text("log.xlsx") == text("log.csv"))
  }

  @Test func aSheetIsNamedAndWhichIsReadIsSaid() throws {
    try write("two.xlsx", [sheet("Notes", "a,b\n1,2\n"), sheet("Sales", FitCommandTests.log)])
    let named = try FitCommand.parse([path("two.xlsx"), "--sheet", "sales"] + columns).outcome()
    #expect(named.failure == nil)
    #expect(named.text.contains("The sheet “Sales” is read, not “Notes”; --sheet names another."))
    let unnamed = try FitCommand.parse([path("two.xlsx")] + columns).outcome()
    #expect(unnamed.failure?.message.contains("The sheet “Notes” is read, not “Sales”") == true)
    try write("cover.xlsx", [SheetContent(name: "Cover"), sheet("Sales", FitCommandTests.log)])
    #expect(try FitCommand.parse([path("cover.xlsx")] + columns).outcome().failure == nil)
    let other = try FitCommand.parse([path("two.xlsx"), "--sheet", "Sale"] + columns).outcome()
    #expect(
      other.failure?.message.hasSuffix(
        "two.xlsx: it has no sheet “Sale”; it has “Notes”, “Sales”") == true)
    try Data(FitCommandTests.log.utf8).write(to: folder.appending(path: "log.csv"))
    let csv = try FitCommand.parse([path("log.csv"), "--sheet", "Sales"] + columns).outcome()
    #expect(csv.failure?.message.contains("--sheet names a sheet of a workbook") == true)
  }

  @Test func anExperimentIsReadAsItsCSVIs() async throws {
    var rows = ["unit,arm,revenue"]
    for unit in 0..<400 { rows.append("u\(unit),\(unit % 2 == 0 ? "A" : "B"),\(unit % 7).25") }
    let csv = rows.joined(separator: "\n") + "\n"
    try Data(csv.utf8).write(to: folder.appending(path: "test.csv"))
    try write("test.xlsx", [sheet("Data", csv)])
    func text(_ name: String) async throws -> String {
      let outcome = await
        (try AnalyzeCommand.parse([
          path(name), "--arm", "arm", "--metric", "revenue", "--no-report", "--output",
          path("out-\(name)"),
        ])).outcome()
      #expect(outcome.failure == nil)
      return outcome.text.components(separatedBy: "\nHow").first ?? ""
    }
    #expect(try await text("test.xlsx") == text("test.csv"))
  }

  @Test func plansComeFromAWorkbook() throws {
    let scenario = try Bakery.text
    let start = try #require(scenario.firstRange(of: "\nplans:"))
    let file = scenario[..<start.lowerBound] + "\nplans: plans.xlsx\n"
    try Data(file.utf8).write(to: folder.appending(path: "bakery.yaml"))
    var sheet = SheetContent(name: "Plans")
    sheet.rows = [
      [.text("name"), .text("fixed costs.van.per month (EUR)")],
      [.text("as today")], [.text("with a van"), .number(50)],
    ]
    try write("plans.xlsx", [sheet])
    let source = try WrittenScenario(path("bakery.yaml"))
    #expect(source.unreadable.isEmpty && source.texts.keys.contains("plans.xlsx"))
    #expect(source.texts["plans.xlsx"]?.hasPrefix("name,fixed costs") == true)
  }

  @Test func brokenOnesAreSaidWhereTheyAreNamed() throws {
    let scenario = try Bakery.text
    let start = try #require(scenario.firstRange(of: "\nplans:"))
    try Data((scenario[..<start.lowerBound] + "\nplans: plans.xlsx\n").utf8)
      .write(to: folder.appending(path: "bakery.yaml"))
    try Data([0x50, 0x4B, 0x03, 0x04, 0, 1, 2]).write(to: folder.appending(path: "plans.xlsx"))
    let source = try WrittenScenario(path("bakery.yaml"))
    do {
      _ = try source.resolved(source.written, simulated: 100) { $0 }
      Issue.record("a broken table of plans was read")
    } catch {
      #expect(error.text(file: "bakery.yaml").contains("this workbook is broken"))
    }
  }
}
