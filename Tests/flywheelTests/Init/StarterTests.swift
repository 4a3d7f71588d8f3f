import Foundation
import Market
import Testing

@testable import flywheel

/// What `flywheel init` writes, in the commands a newcomer tries on it; its author's guesses are in every answer.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct StarterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ScenarioFile.starter, to: "scenario.yaml")
  }

  private func answer(_ arguments: [String]) throws -> String {
    let process = try BuiltCommand.start(arguments, in: folder)
    process.waitUntilExit()
    let ending = try BuiltCommand.ending(of: process, in: folder)
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    return ending.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func isCompared() throws {
    defer { folder.remove() }
    let output = try answer(["run", "scenario.yaml", "--replications", "20", "--quiet"])
    #expect(output.contains("of the range's variance is what you don't know"))
    let files = try folder.contents(of: "notebooks-out/scenario")
    let assumptions = try #require(files["assumptions.csv"])
    #expect(
      String(decoding: assumptions, as: UTF8.self).split(whereSeparator: \.isNewline).count == 5)
  }

  @Test func isRehearsed() throws {
    defer { folder.remove() }
    let output = try answer([
      "rehearse", "scenario.yaml", "--arms", "as today,20 off the second visit", "--customers",
      "200", "--rehearsals", "8", "--quiet",
    ])
    #expect(output.contains("draws of your assumptions (4 were played)"))
    let files = try folder.contents(of: "notebooks-out/scenario-rehearsal")
    #expect(files["assumptions.csv"] != nil)
  }

  @Test func isPlannedFor() throws {
    defer { folder.remove() }
    let output = try answer([
      "power", "--scenario", "scenario.yaml", "--metric", "conversion", "--lift", "10%",
    ])
    #expect(output.contains("The chance is an average over what you don't know"))
  }
}
