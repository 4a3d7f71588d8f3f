import Foundation
import Testing

@testable import flywheel

/// Several scenarios at once: the table of their answers, the page of them, and one that cannot be played.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct AnswersTests {
  private let folder: TemporaryFolder
  private static let little = ["--customers", "300", "--replications", "2", "--quiet"]

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("shops"), withIntermediateDirectories: true)
    for name in ["bakery", "town"] {
      try folder.write(
        Bakery.text.replacing("name: Corner bakery", with: "name: The \(name)"),
        to: "shops/\(name).yaml")
    }
  }

  private func run(_ arguments: [String]) throws -> BuiltCommand.Ending {
    let process = try BuiltCommand.start(["run"] + arguments, in: folder)
    process.waitUntilExit()
    return try BuiltCommand.ending(of: process, in: folder)
  }

  @Test func endWithATableWhereThereAreSeveral() throws {
    defer { folder.remove() }
    let both = try run(["shops/bakery.yaml", "shops/town.yaml"] + Self.little)
    #expect(both.status == 0)
    let parts = both.output.components(separatedBy: "\n\nThe answers\n")
    try #require(parts.count == 2)
    #expect(parts[1].contains("\nThe bakery ") && parts[1].contains("\nThe town "))
    #expect(!(try run(["shops/bakery.yaml"] + Self.little)).output.contains("The answers"))
  }

  /// Neither threads nor the folder it is run in nor how the files are named is in the page.
  @Test func aPageNamesTheFilesFromWhereItLies() throws {
    defer { folder.remove() }
    let files = ["shops/bakery.yaml", "shops/town.yaml"]
    let first = try run(files + Self.little + ["--answers", "shops/README.md", "--threads", "1"])
    let second = try run(
      files.map { folder.path($0) } + Self.little + ["--answers", folder.path("shops/again.md")])
    #expect(first.status == 0 && second.status == 0)
    let pages = try folder.contents(of: "shops")
    #expect(pages["README.md"] != nil && pages["README.md"] == pages["again.md"])
    let page = String(decoding: try #require(pages["README.md"]), as: UTF8.self)
    #expect(page.contains("[town.yaml](<town.yaml>)"))
    #expect(try folder.names(in: "shops").count == 4)
  }

  @Test func pathsAreNamedFromTheFolderOfTheOther() {
    #expect(RelativePath.path(to: "a/b.yaml", from: "a/c.md") == "b.yaml")
    #expect(RelativePath.path(to: "a/b.yaml", from: "c.md") == "a/b.yaml")
    #expect(RelativePath.path(to: "a/b.yaml", from: "d/e/c.md") == "../../a/b.yaml")
    #expect(RelativePath.path(to: "./a/../b.yaml", from: "/b.yaml").hasSuffix("b.yaml"))
  }

  @Test func aPageReplacesNoScenario() throws {
    defer { folder.remove() }
    let before = try folder.contents(of: "shops")
    let own = try run(
      ["shops/bakery.yaml"] + Self.little + ["--answers", "shops/../shops/bakery.yaml"])
    #expect(own.status == 65)
    #expect(own.errors.contains("it is read, and the answers would replace it"))
    // Known before anything is played.
    let nowhere = try run(["shops/bakery.yaml", "--answers", "none/README.md"])
    #expect(nowhere.status == 1 && nowhere.errors.contains("none/README.md: its folder"))
    #expect(try folder.contents(of: "shops") == before)
  }

  /// A few of these people want to order more often than there are draws for.
  private func writeOneThatCannotBePlayed() throws {
    try folder.write(
      """
      name: Too busy
      question: Who orders so often?
      currency: EUR
      start: 2026-03-02
      horizon: 26 weeks
      people: 5000
      segments:
        everybody:
          aware at start: 100%
          trial: {hazard: 90% per day}
          first purchase: {chance: 95%}
          purchases: {r: 0.0036, alpha: 0.0002 days}
          lapse: {average: 0.0001%}
          basket: {average: 10 EUR}
          cost of goods: 40%
      plans: [{name: as today}]

      """, to: "shops/busy.yaml")
  }

  @Test func oneThatCannotBePlayedIsARowOfIt() throws {
    defer { folder.remove() }
    try writeOneThatCannotBePlayed()
    let enough = ["--customers", "1000", "--replications", "2", "--quiet"]
    let files = ["shops/busy.yaml", "shops/town.yaml"]
    let ending = try run(files + enough + ["--answers", "shops/README.md"])
    #expect(ending.status == 65)
    #expect(
      ending.errors.contains("busy: Somebody in this market orders more than a million times"))
    let table = try #require(ending.output.components(separatedBy: "\n\nThe answers\n").last)
    let lines = table.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("Too busy") && $0.contains("failed") })
    #expect(lines.contains("  Who orders so often?"))
    #expect(lines.contains { $0.hasPrefix("The town") && $0.contains("flyers") })
    let page = String(
      decoding: try #require(folder.contents(of: "shops")["README.md"]), as: UTF8.self)
    #expect(page.contains("Not answered: Somebody in this market"))
    #expect(try folder.names(in: "notebooks-out") == ["town"])
    let json = try run(files + enough + ["--json"])
    #expect(json.status == 65)
    let documents =
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(documents?.map { $0["failed"] != nil } == [true, false])
    // Alone it is no document.
    let alone = try run(["shops/busy.yaml", "--json"] + enough)
    #expect(alone.status == 65 && alone.output == "")
  }
}
