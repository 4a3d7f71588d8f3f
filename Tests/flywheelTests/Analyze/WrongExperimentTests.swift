import ArgumentParser
import Foundation
import Testing

@testable import flywheel

/// Every experiment of the fixture folder, and word for word what a planner reads about what is wrong with it.
///
/// Beside each `name.csv` stands a `name.txt`: the arguments after `$`, then all that is said but tables.
struct WrongExperimentTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/experiments")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()

  @Test func fixturesAreThere() { #expect(Self.names.count >= 38) }

  @Test(arguments: names)
  func messagesReadExactly(name: String) async throws {
    let results = try TemporaryFolder()
    defer { results.remove() }
    let expected = try String(
      contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
    let first = expected.prefix { $0 != "\n" }
    let data = Self.folder.appending(path: "\(name).csv").path
    let further = first.dropFirst(2).split(separator: " ").map(String.init)
    let command = try AnalyzeCommand.parse(
      [data, "--arm", "arm", "--output", results.path("out")] + further)
    let outcome = await command.outcome()
    var said = [String(first)] + Self.remarks(outcome.text)
    said += outcome.failure.map { [$0.message, "exit \($0.status.rawValue)"] } ?? ["exit 0"]
    let text = said.joined(separator: "\n") + "\n"
    #expect(text.replacing(Self.folder.path + "/", with: "") == expected)
    #expect(
      FileManager.default.fileExists(atPath: results.path("out")) == (outcome.failure == nil))
  }

  /// The answer, and the sections on what to mind and on rows.
  static func remarks(_ report: String) -> [String] {
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let answer = lines.prefix { !$0.isEmpty }
    let sections = ["Mind", "Rows"].flatMap { title in
      lines.drop { $0 != title }.prefix { !$0.isEmpty }
    }
    return answer + sections
  }
}
