import Foundation
import Reports
import Testing

@testable import flywheel

struct ResultFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func files(_ text: String, names: [String] = ["plans.csv", "manifest.json"])
    -> [OutputFile]
  {
    names.map { OutputFile(name: $0, bytes: Array("\($0) \(text)".utf8)) }
  }

  private func expect(_ contents: [String: String], in name: String = "out") throws {
    let found = try folder.contents(of: name).mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(found == contents)
  }

  @Test func isMadeWithTheFoldersAroundIt() throws {
    defer { folder.remove() }
    let results = ResultFolder(folder.path("deep/er/out"))
    try results.prepare()
    #expect(try folder.contents(of: "deep/er").isEmpty)
    try results.replace(with: files("1"))
    try expect(
      ["plans.csv": "plans.csv 1", "manifest.json": "manifest.json 1"], in: "deep/er/out")
  }

  @Test func newResultsReplaceOldOnes() throws {
    defer { folder.remove() }
    let results = ResultFolder(folder.path("out"))
    try results.replace(with: files("1"))
    try results.replace(with: files("2"))
    try expect(["plans.csv": "plans.csv 2", "manifest.json": "manifest.json 2"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out"])
  }

  /// What an earlier manifest names and this run does not have would contradict it.
  @Test(arguments: [false, true])
  func resultsThatAreNoLongerMadeAreRemoved(_ somethingElseIsThere: Bool) throws {
    defer { folder.remove() }
    let results = ResultFolder(folder.path("out"))
    let manifest =
      #"{"files": [{"name": "plans.csv"}, {"name": "assumptions.csv"}, {"name": "../mine.txt"}]}"#
    try results.replace(with: [
      OutputFile(name: "plans.csv", bytes: []), OutputFile(name: "assumptions.csv", bytes: []),
      OutputFile(name: "manifest.json", bytes: Array(manifest.utf8)),
    ])
    try folder.write("mine", to: "mine.txt")
    if somethingElseIsThere { try folder.write("mine", to: "out/notes.txt") }
    try results.replace(with: files("2"))
    let mine = somethingElseIsThere ? ["notes.txt": "mine"] : [:]
    try expect(
      ["plans.csv": "plans.csv 2", "manifest.json": "manifest.json 2"].merging(mine) { $1 })
    #expect(FileManager.default.fileExists(atPath: folder.path("mine.txt")))
  }

  @Test func whatElseIsKeptThereStays() throws {
    defer { folder.remove() }
    let results = ResultFolder(folder.path("out"))
    try results.replace(with: files("1"))
    try folder.write("mine", to: "out/notes.txt")
    try results.replace(with: files("2"))
    try expect([
      "plans.csv": "plans.csv 2", "manifest.json": "manifest.json 2", "notes.txt": "mine",
    ])
  }

  @Test func aFailureLeavesTheOldResultsWhole() throws {
    defer { folder.remove() }
    let results = ResultFolder(folder.path("out"))
    try results.replace(with: files("1"))
    // The second of the files cannot be written: its folder is missing.
    let impossible = files("2", names: ["plans.csv", "missing/manifest.json"])
    #expect(throws: FileProblem.self) { try results.replace(with: impossible) }
    try expect(["plans.csv": "plans.csv 1", "manifest.json": "manifest.json 1"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out"])
  }

  @Test func aFileInItsPlaceIsLeftAlone() throws {
    defer { folder.remove() }
    try folder.write("mine", to: "out")
    let results = ResultFolder(folder.path("out"))
    #expect(throws: FileProblem.self) { try results.prepare() }
    #expect(throws: FileProblem.self) { try results.replace(with: files("1")) }
    #expect(try String(contentsOf: folder.url.appending(path: "out"), encoding: .utf8) == "mine")
  }

  /// Process numbers are positive, so that of a process that ended long ago cannot be told from one of
  /// today; the largest number is out of reach of any system.
  @Test func whatAKilledRunLeftIsRemoved() throws {
    defer { folder.remove() }
    let left = ResultFolder.unfinishedName("out", .max)
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: left), withIntermediateDirectories: true)
    try ResultFolder(folder.path("out")).replace(with: files("1"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out"])
  }
}
