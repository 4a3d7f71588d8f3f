import Foundation
import Market
import Testing

@testable import flywheel

/// The command as planners use it, on a small scenario; needs the executable beside the tests.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct RunCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Bakery.text, to: "bakery.yaml")
  }

  private func run(_ arguments: String...) throws -> BuiltCommand.Ending {
    let process = try BuiltCommand.start(["run"] + arguments, in: folder)
    process.waitUntilExit()
    return try BuiltCommand.ending(of: process, in: folder)
  }

  @Test func answersFirstAndSaysWhereTheFilesAre() throws {
    defer { folder.remove() }
    let ending = try run("bakery.yaml", "--customers", "200", "--replications", "2", "--quiet")
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    #expect(ending.output.split(separator: "\n").first?.contains("as today") == true)
    #expect(ending.output.contains("Open notebooks-out/bakery/report.html;"))
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    // Nothing a terminal would obey: this is no terminal.
    #expect(!ending.output.contains("\u{1B}"))
    #expect(
      try Set(folder.contents(of: "notebooks-out/bakery").keys) == [
        "report.html", "report.xlsx", "notebook.ipynb", "headline.csv", "plans.csv",
        "comparison.csv", "dots.csv", "why.csv", "daily.csv", "funnel.csv",
        "segments.csv",
        "channels.csv", "cohorts.csv", "ledger.csv", "offers.csv", "manifest.json",
      ])
  }

  @Test func moreShowsTheOtherTablesAndNamesTheFiles() throws {
    defer { folder.remove() }
    let ending = try run(
      "bakery.yaml", "--customers", "200", "--replications", "2", "--quiet", "--more")
    #expect(ending.status == 0)
    #expect(ending.output.contains("What profit is made of"))
    #expect(ending.output.contains("How precisely this was computed: 2 replications of 200 people"))
    #expect(
      ending.output.contains("Open notebooks-out/bakery/report.html; beside it: report.xlsx,"))
  }

  @Test func reportsCanBeLeftOut() throws {
    defer { folder.remove() }
    let ending = try run(
      "bakery.yaml", "--customers", "200", "--replications", "2", "--quiet", "--no-report")
    #expect(ending.status == 0)
    #expect(ending.output.contains("Open notebooks-out/bakery/headline.csv;"))
    #expect(try folder.contents(of: "notebooks-out/bakery")["report.html"] == nil)
  }

  @Test func sameBytesForOneAndTwoThreads() throws {
    defer { folder.remove() }
    for threads in ["1", "2"] {
      let ending = try run(
        "bakery.yaml", "--customers", "200", "--replications", "2", "--threads", threads,
        "--output", threads)
      #expect(ending.status == 0)
    }
    #expect(try folder.contents(of: "1") == folder.contents(of: "2"))
  }

  @Test func oneDocumentForJSON() throws {
    defer { folder.remove() }
    let ending = try run(
      "bakery.yaml", "--customers", "200", "--replications", "2", "--json", "--seed", "5")
    #expect(ending.status == 0)
    let document = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
    #expect((document as? [String: Any])?["seed"] as? Int == 5)
    #expect((document as? [String: Any])?["format"] as? Int == 2)
  }

  @Test func severalScenariosHaveAFolderEach() throws {
    defer { folder.remove() }
    try folder.write(Bakery.text, to: "shop.yaml")
    let ending = try run(
      "bakery.yaml", "shop.yaml", "--customers", "200", "--replications", "2", "--json",
      "--output", "both")
    let documents = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [Any]
    #expect(documents?.count == 2)
    #expect(try folder.contents(of: "both/bakery").count == 16)
    #expect(try folder.contents(of: "both/shop").count == 16)
  }

  @Test func aWrongScenarioIsReportedBeforeAnythingIsPlayed() throws {
    defer { folder.remove() }
    try folder.write(
      Bakery.text.replacing("horizon: 26 weeks", with: "horizn: 26 weeks"),
      to: "wrong.yaml")
    let ending = try run("bakery.yaml", "wrong.yaml", "none.yaml")
    #expect(ending.status == 65)
    #expect(ending.output == "")
    #expect(ending.errors.contains("wrong.yaml: "))
    #expect(ending.errors.contains("Did you mean `horizon`?"))
    #expect(ending.errors.contains("none.yaml: there is no such file."))
    #expect(!FileManager.default.fileExists(atPath: folder.path("notebooks-out")))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
  func interruptionLeavesTheLastResult(signal: Int32) throws {
    defer { folder.remove() }
    let first = try run("bakery.yaml", "--customers", "200", "--replications", "2")
    #expect(first.status == 0)
    let before = try folder.contents(of: "notebooks-out/bakery")
    let long = try BuiltCommand.start(
      ["run", "bakery.yaml", "--seed", "2", "--replications", "100000"], in: folder)
    // Long enough to be playing: reading takes milliseconds, playing hours.
    Thread.sleep(forTimeInterval: 1)
    kill(long.processIdentifier, signal)
    long.waitUntilExit()
    let ending = try BuiltCommand.ending(of: long, in: folder)
    #expect(ending.output == "")
    if signal == SIGKILL {
      #expect(long.terminationReason == .uncaughtSignal)
    } else {
      #expect(ending.status == 128 + signal)
      #expect(ending.errors.contains("Interrupted: nothing was written"))
    }
    #expect(try folder.contents(of: "notebooks-out/bakery") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("notebooks-out"))
        == ["bakery"])
  }

  @Test func theVersionNamesTheKernels() throws {
    defer { folder.remove() }
    let process = try BuiltCommand.start(["--version"], in: folder)
    process.waitUntilExit()
    let output = try BuiltCommand.ending(of: process, in: folder).output
    #expect(output.hasPrefix("flywheel \(Version.number)\n"))
    #expect(output.contains("kernels"))
  }
}
