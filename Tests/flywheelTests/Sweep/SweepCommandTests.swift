import Foundation
import Market
import Testing

@testable import flywheel

/// The command as planners use it, on a small scenario; needs the executable beside the tests.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct SweepCommandTests {
  private let folder: TemporaryFolder
  private let lever = "10 off the second visit: coupons.second visit.value=0 CNY..20 CNY"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Bakery.text, to: "bakery.yaml")
  }

  private func sweep(_ arguments: String...) throws -> BuiltCommand.Ending {
    let process = try BuiltCommand.start(
      ["sweep", "bakery.yaml", "--customers", "200", "--replications", "3", "--quiet"] + arguments,
      in: folder)
    process.waitUntilExit()
    return try BuiltCommand.ending(of: process, in: folder)
  }

  @Test func answersDrawsAndLeavesAFile() throws {
    defer { folder.remove() }
    let ending = try sweep("--vary", lever, "--points", "5")
    #expect(ending.status == 0 && ending.errors == "")
    let lines = ending.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines.contains { $0.hasSuffix(" best") && $0.contains("●") })
    #expect(
      ending.output.replacing("\n", with: " ").contains(
        "Open notebooks-out/bakery-sweep/report.html; beside it: report.xlsx, notebook.ipynb,"
          + " sweep.csv, manifest.json."))
    let files = try folder.contents(of: "notebooks-out/bakery-sweep")
    let csv = try String(decoding: #require(files["sweep.csv"]), as: UTF8.self)
    #expect(csv.split(separator: "\r\n").count == 6 || csv.split(separator: "\n").count == 6)
  }

  @Test func sameBytesWhateverTheThreads() throws {
    defer { folder.remove() }
    for threads in ["1", "2"] {
      let ending = try sweep(
        "--vary", lever, "--points", "3", "--threads", threads, "--output", threads)
      #expect(ending.status == 0)
    }
    #expect(try folder.contents(of: "1") == folder.contents(of: "2"))
  }

  @Test func twoLeversAndJSON() throws {
    defer { folder.remove() }
    let ending = try sweep(
      "--vary", lever, "--vary",
      "10 off the second visit: coupons.second visit.validity=7 days..21 days", "--points", "2",
      "--json")
    #expect(ending.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
    let document = try #require(object as? [String: Any])
    #expect((document["points"] as? [Any])?.count == 4)
    #expect((document["best"] as? [String])?.count == 2)
  }

  @Test func wrongLeversAreSentences() throws {
    defer { folder.remove() }
    for (arguments, words) in [
      ([], "it names no levers"),
      (
        ["--vary", "11 off: coupons.second visit.value=0 CNY..20 CNY"], "There is no plan “11 off”"
      ),
      (
        ["--vary", "10 off the second visit: coupons.second visit.value=0 EUR..20 EUR"],
        "“coupons.second visit.value” cannot be 0 EUR"
      ),
      (["--vary", "10 off the second visit: coupons.second visit.value=7"], "is no lever:"),
    ] {
      let process = try BuiltCommand.start(["sweep", "bakery.yaml"] + arguments, in: folder)
      process.waitUntilExit()
      let ending = try BuiltCommand.ending(of: process, in: folder)
      #expect(ending.status == 65)
      #expect(ending.errors.contains(words), "\(ending.errors)")
    }
    let three = try sweep("--vary", lever, "--vary", lever, "--vary", lever)
    #expect(three.status == 64)
  }
}
