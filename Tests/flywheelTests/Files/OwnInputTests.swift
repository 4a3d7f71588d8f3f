import Foundation
import Testing

@testable import flywheel

/// No command replaces what it reads, whatever path it is given for it.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct OwnInputTests {
  private let folder: TemporaryFolder
  private static let users =
    "arm,revenue\n" + (0..<40).map { "\($0 % 2 == 0 ? "A" : "B"),\($0 % 7)\n" }.joined()

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("out"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("way"), withDestinationPath: "out")
  }

  private func refusal(_ arguments: [String]) throws -> BuiltCommand.Ending {
    let process = try BuiltCommand.start(arguments, in: folder)
    process.waitUntilExit()
    return try BuiltCommand.ending(of: process, in: folder)
  }

  private static let fit = ["--customer", "customer", "--date", "date", "--amount", "amount"]

  @Test(arguments: [
    "log.csv", "./log.csv", "hard.csv", "soft.csv", "out/../log.csv", "way/../log.csv",
  ])
  func aLog(path: String) throws {
    defer { folder.remove() }
    try folder.write(FitCommandTests.log, to: "log.csv")
    try FileManager.default.linkItem(
      atPath: folder.path("log.csv"), toPath: folder.path("hard.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("soft.csv"), withDestinationPath: "log.csv")
    for option in [["--output", path, "--currency", "EUR"], ["--base", path]] {
      let ending = try refusal(["fit", folder.path("log.csv")] + Self.fit + option)
      #expect(ending.status == 64)
      #expect(ending.errors.contains("\(option[0]) \(path) is the log itself"))
      #expect(ending.output == "")
    }
    #expect(
      FileManager.default.contents(atPath: folder.path("log.csv"))
        == Data(FitCommandTests.log.utf8))
  }

  @Test(arguments: ["out", "./out/", "way"]) func dataOfAnAnalysis(output: String) throws {
    defer { folder.remove() }
    try folder.write(Self.users, to: "out/effects.csv")
    let ending = try refusal([
      "analyze", "out/effects.csv", "--arm", "arm", "--metric", "revenue", "--output", output,
    ])
    #expect(ending.status == 65)
    #expect(ending.errors.contains("out/effects.csv: it is read, and the results in \(output)"))
    #expect(try folder.names(in: "out") == ["effects.csv"])
  }

  /// What an earlier manifest names would be removed.
  @Test func aResultThatIsRead() throws {
    defer { folder.remove() }
    try folder.write(Self.users, to: "out/mine.csv")
    try folder.write(#"{"files": [{"name": "mine.csv"}]}"#, to: "out/manifest.json")
    let ending = try refusal([
      "analyze", "way/mine.csv", "--arm", "arm", "--metric", "revenue", "--output", "out",
    ])
    #expect(ending.status == 65)
    #expect(try folder.names(in: "out") == ["manifest.json", "mine.csv"])
  }

  @Test func thePilotOfAPowerAnalysis() throws {
    defer { folder.remove() }
    try folder.write(Self.users, to: "out/power-by-size.csv")
    let ending = try refusal([
      "power", "--pilot", "out/power-by-size.csv", "--metric", "revenue", "--lift", "5%",
      "--output", "way",
    ])
    #expect(ending.status == 65)
    #expect(
      FileManager.default.contents(atPath: folder.path("out/power-by-size.csv"))
        == Data(Self.users.utf8))
  }

  @Test(arguments: [
    ["run", "bakery.yaml", "--output", "out"],
    ["run", "shop.yaml", "bakery.yaml", "--output", "out/.."],
    ["rehearse", "bakery.yaml", "--arms", "as today,10 off the second visit", "--output", "way"],
  ])
  func todaysCustomersOfAScenario(command: [String]) throws {
    defer { folder.remove() }
    let base =
      "repeat purchases,last purchase (weeks),age (weeks)\n0,0,3\n1,2,5\n"
    let isSeveral = command.contains("shop.yaml")
    let name = command[0] == "run" ? "plans.csv" : "looks.csv"
    let place = isSeveral ? "bakery/\(name)" : "out/\(name)"
    try FileManager.default.createDirectory(
      atPath: folder.path("bakery"), withIntermediateDirectories: true)
    try folder.write(base, to: place)
    try folder.write(Bakery.text, to: "shop.yaml")
    try folder.write(
      Bakery.text.replacing(
        "  neighbours:\n", with: "  neighbours:\n    today's customers: \(place)\n"),
      to: "bakery.yaml")
    let ending = try refusal(command)
    #expect(ending.status == 65)
    #expect(ending.errors.contains("\(name)"), "\(ending.errors)")
    #expect(FileManager.default.contents(atPath: folder.path(place)) == Data(base.utf8))
  }

  @Test(arguments: [
    ["run", ""], ["run", "bakery.yaml", "--output", ""], ["init", ""], ["fit", ""] + fit,
    ["fit", "log.csv", "--base", ""] + fit, ["analyze", "", "--arm", "arm", "--metric", "m"],
    ["analyze", "users.csv", "--arm", "arm", "--metric", "m", "--output", " "],
    ["analyze", "--plan", ""], ["power", "--pilot", "", "--metric", "m", "--lift", "5%"],
    ["power", "--rate", "4%", "--lift", "5%", "--daily", "80", "--output", ""],
    ["rehearse", "", "--arms", "a,b"],
    ["rehearse", "bakery.yaml", "--arms", "a,b", "--output", ""],
  ])
  func emptyPathsAreRefused(command: [String]) throws {
    defer { folder.remove() }
    let ending = try refusal(command)
    #expect(ending.status == 64)
    #expect(ending.errors.contains("is empty; name a file or folder"), "\(ending.errors)")
  }
}
