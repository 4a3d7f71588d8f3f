import ArgumentParser
import Foundation
import ExperimentReports
import Reports
import Takeaways
import Testing

@testable import flywheel

/// Data that once took for ever; the limit is for a busy machine, each takes a second or so.
@Suite(.timeLimit(.minutes(10))) struct ExtremeDataTests {
  private func analyze(_ text: String, _ options: [String] = []) async throws
    -> (text: String, failure: CommandFailure?)
  {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(text, to: "data.csv")
    let command = try AnalyzeCommand.parse(
      [folder.path("data.csv"), "--arm", "arm", "--metric", "revenue"] + options
        + ["--output", folder.path("results")])
    return await command.outcome(width: 100, style: .plain)
  }

  @Test(arguments: [
    "A,10 A,13800138000 B,11 B,12 C,9 C,12",
    "A,10 A,12 A,11 B,11 B,12 C,9 C,9.000001",
    "A,10 A,12 A,11 B,11 B,12 C,9 C,9.0000000000001",
    "A,1e150 A,-1e150 B,11 B,12 C,9 C,9.000001",
    "A,1e-150 A,2e-150 B,1e9 B,-1e9 C,1e-150 C,3e-150",
  ])
  func errorsOfAnyRatio(_ rows: String) async throws {
    let rows = ["arm,revenue"] + rows.split(separator: " ").map(String.init)
    for options in [[], ["--correct", "holm"], ["--prior", "10%"]] {
      let outcome = try await analyze(rows.joined(separator: "\n") + "\n", options)
      #expect(outcome.failure == nil)
      #expect(outcome.text.contains("revenue"))
    }
  }

  /// 1,000 units an arm and one of 10⁸.
  @Test func oneOutlier() async throws {
    var rows = ["arm,revenue", "A,1e8"]
    for unit in 0..<3_000 { rows.append("\(["A", "B", "C"][unit % 3]),\(unit * 7_919 % 101)") }
    let outcome = try await analyze(rows.joined(separator: "\n") + "\n")
    #expect(outcome.failure == nil)
  }

  @Test(arguments: ["segment", "stratum", "day"]) func groupsBeyondNumber(_ role: String)
    async throws
  {
    var rows = ["arm,revenue,number"]
    for unit in 0..<100_000 { rows.append("\(unit % 2),\(unit * 7_919 % 101),\(unit / 2 * 2)") }
    for unit in 0..<50_001 { rows.append("\(unit % 2),\(unit % 101),\(2 * unit + 1)") }
    let outcome = try await analyze(
      rows.joined(separator: "\n") + "\n", ["--\(role)", "number"])
    let failure = try #require(outcome.failure)
    #expect(failure.status.rawValue == 65)
    #expect(failure.message.contains("column number (--\(role)) has 100,001 different"))
    #expect(failure.message.contains("at most 10,000"))
  }
}
