import ArgumentParser
import Foundation
import Testing

@testable import flywheel

/// Every log of the fixture folder, and word for word what a planner reads about what is wrong with it.
///
/// Beside each `name.csv` stands a `name.txt`: further arguments, if any, after `$`, then all that is said but
/// for figures.
struct WrongLogTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/logs")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()

  @Test func fixturesAreThere() { #expect(Self.names.count >= 16) }

  @Test(arguments: names)
  func messagesReadExactly(name: String) throws {
    let expected = try String(
      contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
    let first = expected.prefix { $0 != "\n" }
    let further = first.hasPrefix("$ ") ? first.dropFirst(2).split(separator: " ") : []
    let log = Self.folder.appending(path: "\(name).csv").path
    let columns = [
      "--customer", "customer", "--date", "date", "--amount", "amount", "--no-report",
    ]
    let command = try FitCommand.parse([log] + columns + further.map(String.init))
    let outcome = command.outcome()
    var said = further.isEmpty ? [] : [String(first)]
    said += Self.remarks(outcome.text)
    said += outcome.failure.map { [$0.message, "exit \($0.status.rawValue)"] } ?? ["exit 0"]
    let text = said.joined(separator: "\n") + "\n"
    #expect(text.replacing(Self.folder.path + "/", with: "") == expected)
  }

  /// The lines about models that are not fitted, and the section on rows.
  static func remarks(_ report: String) -> [String] {
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let unfitted = lines.filter { $0.contains(" is not fitted: ") }
    let rows = lines.drop { $0 != "Rows" }.prefix { !$0.isEmpty }
    return unfitted + rows
  }
}
