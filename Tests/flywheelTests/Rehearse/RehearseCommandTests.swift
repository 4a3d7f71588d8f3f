import Foundation
import Market
import Testing

@testable import flywheel

/// The command as planners use it, on a small scenario; needs the executable beside the tests.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct RehearseCommandTests {
  private let folder: TemporaryFolder
  private let small = ["--customers", "200", "--rehearsals", "4", "--quiet"]

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Bakery.text, to: "bakery.yaml")
  }

  private func rehearse(_ arguments: [String]) throws -> BuiltCommand.Ending {
    let process = try BuiltCommand.start(["rehearse"] + arguments, in: folder)
    process.waitUntilExit()
    return try BuiltCommand.ending(of: process, in: folder)
  }

  @Test func answersFirstAndSaysWhereTheFilesAre() throws {
    defer { folder.remove() }
    let ending = try rehearse(
      ["bakery.yaml", "--arms", "as today, 10 off the second visit", "--days", "60"] + small)
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    // Wherever the line breaks.
    let words = ending.output.replacing("\n", with: " ")
    #expect(words.contains("test of 60 days would choose"))
    #expect(ending.output.contains("Open notebooks-out/bakery-rehearsal/report.html;"))
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(!ending.output.contains("\u{1B}"))
    #expect(
      try Set(folder.contents(of: "notebooks-out/bakery-rehearsal").keys) == [
        "report.html", "report.xlsx", "notebook.ipynb", "arms.csv", "estimates.csv", "looks.csv",
        "power.csv", "rehearsals.csv", "manifest.json",
      ])
  }

  @Test func sameBytesForOneAndTwoThreads() throws {
    defer { folder.remove() }
    for threads in ["1", "2"] {
      let ending = try rehearse(
        ["bakery.yaml", "--arms", "as today,5 off the second visit,10 off the second visit"]
          + small + ["--threads", threads, "--output", threads, "--split", "50,25,25"])
      #expect(ending.status == 0)
    }
    #expect(try folder.contents(of: "1") == folder.contents(of: "2"))
  }

  @Test func oneDocumentForJSON() throws {
    defer { folder.remove() }
    let ending = try rehearse(
      ["bakery.yaml", "--arms", "as today,10 off the second visit", "--json", "--seed", "5"]
        + small + ["--metric", "orders"])
    #expect(ending.status == 0)
    let document = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
    let parts = try #require(document as? [String: Any])
    #expect(parts["seed"] as? Int == 5)
    #expect(parts["metric"] as? String == "orders")
    #expect(parts["rehearsals"] as? Int == 4)
    #expect((parts["arms"] as? [Any])?.count == 2)
  }

  @Test func plansMayDifferInTheirContacts() throws {
    defer { folder.remove() }
    let ending = try rehearse(["bakery.yaml", "--arms", "as today,flyers"] + small)
    #expect(ending.status == 0)
    #expect(ending.output.contains("of 200 people (50% : 50%)"))
  }

  struct Wrong: Sendable {
    let arguments: [String]
    let status: Int32
    let words: String
  }

  @Test(
    arguments: [
      Wrong(
        arguments: ["--arms", "as today,10 of the second visit"], status: 64,
        words: "There is no plan “10 of the second visit”; did you mean “10 off the second visit”?"),
      Wrong(
        arguments: ["--arms", "as today,zzz"], status: 64,
        words: "There is no plan “zzz”; the plans are “as today”, “flyers”,"),
      Wrong(
        arguments: ["--arms", "as today"], status: 64,
        words: "An experiment needs at least two arms."),
      Wrong(
        arguments: ["--arms", "as today, as today"], status: 64,
        words: "“as today” is named twice"),
      Wrong(
        arguments: ["--arms", "as today,5 off the second visit", "--days", "183"], status: 64,
        words: "A test of 183 days does not fit the scenario's horizon of 182 days."),
      Wrong(
        arguments: ["--arms", "as today,5 off the second visit", "--split", "50:40"], status: 64,
        words: "the shares of --split add up to 90%, not 100%"),
      Wrong(
        arguments: ["--arms", "as today,5 off the second visit", "--split", "50:30:20"], status: 64,
        words: "--split has 3 shares for 2 arms."),
      Wrong(
        arguments: ["--arms", "as today,5 off the second visit", "--split", "100:0"], status: 64,
        words: "every share of --split is above 0%"),
      Wrong(
        arguments: ["--arms", "as today,5 off the second visit", "--split", "half"], status: 64,
        words: "'half'"),
      Wrong(
        arguments: ["--arms", "as today,5 off the second visit", "--days", "5", "--looks", "6"],
        status: 64, words: "6 looks do not fit a test of 5 days."),
      Wrong(
        arguments: ["--arms", "as today,5 off the second visit", "--metric", "profit"], status: 64,
        words: "'profit'"),
      Wrong(
        arguments: ["--arms", "as today,5 off the second visit", "--rehearsals", "1"], status: 64,
        words: "--rehearsals is a whole number from 2 to 1000000."),
    ])
  func wrongQuestionsAreRefusedBeforeAnythingIsPlayed(wrong: Wrong) throws {
    defer { folder.remove() }
    let ending = try rehearse(["bakery.yaml"] + wrong.arguments)
    #expect(ending.status == wrong.status)
    #expect(ending.output == "")
    #expect(ending.errors.contains(wrong.words), "\(ending.errors)")
    if wrong.status == 64 {
      #expect(ending.errors.contains("See 'flywheel rehearse --help'"), "\(ending.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("notebooks-out")))
  }

  @Test func aMissingScenarioIsSaid() throws {
    defer { folder.remove() }
    let ending = try rehearse(["none.yaml", "--arms", "a,b"])
    #expect(ending.status == 65)
    #expect(ending.errors.contains("none.yaml: there is no such file."))
  }
}
