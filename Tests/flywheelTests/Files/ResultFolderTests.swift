import Foundation
import ExperimentReports
import Reports
import Takeaways
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
    #expect(try folder.names() == ["out"])
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
    #expect(try folder.names() == ["out"])
  }

  @Test func aFileInItsPlaceIsLeftAlone() throws {
    defer { folder.remove() }
    try folder.write("mine", to: "out")
    let results = ResultFolder(folder.path("out"))
    #expect(throws: FileProblem.self) { try results.prepare() }
    #expect(throws: FileProblem.self) { try results.replace(with: files("1")) }
    #expect(try String(contentsOf: folder.url.appending(path: "out"), encoding: .utf8) == "mine")
  }

  /// Of both ways: a folder of new results beside, and a single file.
  @Test func whatAKilledRunLeftIsRemoved() throws {
    defer { folder.remove() }
    let (left, file) = (
      Unfinished.newPath(in: folder.url.path), Unfinished.newPath(in: folder.url.path)
    )
    try FileManager.default.createDirectory(
      atPath: left + "/results/inner", withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: file))
    try ResultFolder(folder.path("out")).replace(with: files("1"))
    #expect(try folder.names() == ["out"])
  }

  @Test func whatALivingRunIsAtIsLeftAlone() throws {
    defer { folder.remove() }
    let living = try #require(Unfinished.folder(in: folder.url.path))
    try ResultFolder(folder.path("out")).replace(with: files("1"))
    #expect(try folder.names().count == 2)
    #expect(FileManager.default.fileExists(atPath: living.path))
  }

  /// Whose names merely look like ours.
  @Test func othersFilesAreNotSwept() throws {
    defer { folder.remove() }
    for name in [".flywheel-notes", "x.unfinished", ".out.unfinished"] {
      try folder.write("mine", to: name)
    }
    try ResultFolder(folder.path("out")).replace(with: files("1"))
    #expect(try folder.names().count == 4)
  }

  /// Files, folders in folders and links that somebody keeps there are themselves afterwards, by identity.
  @Test func whatElseIsThereIsTheSameAfterwards() throws {
    defer { folder.remove() }
    let results = ResultFolder(folder.path("out"))
    try results.replace(with: files("1"))
    try FileManager.default.createDirectory(
      atPath: folder.path("out/plots/old"), withIntermediateDirectories: true)
    for name in ["out/notes.txt", "out/plots/a.png", "out/plots/old/b.png"] {
      try folder.write("mine", to: name)
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out/link"), withDestinationPath: "plots/a.png")
    _ = unsafe chmod(folder.path("out"), 0o750)
    _ = unsafe chmod(folder.path("out/plans.csv"), 0o640)
    let kept = ["notes.txt", "plots", "plots/a.png", "plots/old", "plots/old/b.png", "link"]
    func numbers() -> [UInt64?] {
      kept.map { FileStatus(folder.path("out/\($0)"), followingLinks: false)?.number }
    }
    let before = numbers()
    let folderBefore = FileStatus(folder.path("out"))?.number
    try results.replace(with: files("2"))
    #expect(numbers() == before)
    #expect(FileStatus(folder.path("out"))?.number != folderBefore)
    #expect(FileStatus(folder.path("out"))?.rights == 0o750)
    #expect(FileStatus(folder.path("out/plans.csv"))?.rights == 0o640)
    #expect(
      try String(contentsOfFile: folder.path("out/plans.csv"), encoding: .utf8) == "plans.csv 2")
    #expect(try folder.names() == ["out"])
    #expect(
      try folder.names(in: "out") == ["link", "manifest.json", "notes.txt", "plans.csv", "plots"])
  }

  /// What a run that was killed right after the exchange still held, the next one gives back.
  @Test func whatAKilledRunHadNotGivenBackComesBack() throws {
    defer { folder.remove() }
    let results = ResultFolder(folder.path("out"))
    try results.replace(with: files("2"))
    let left = Unfinished.newPath(in: folder.url.path)
    let old = left + "/results"
    try FileManager.default.createDirectory(
      atPath: old + "/plots", withIntermediateDirectories: true)
    for name in ["plans.csv", "manifest.json", "segments.csv", "added.txt", "plots/a.png"] {
      try Data("old".utf8).write(to: URL(filePath: "\(old)/\(name)"))
    }
    let note =
      #"{"folder": "out", "number": 1, "results": ["plans.csv", "manifest.json", "segments.csv"]}"#
    try Data(note.utf8).write(to: URL(filePath: left + "/note.json"))
    try results.replace(with: files("3"))
    #expect(try folder.names() == ["out"])
    #expect(try folder.names(in: "out") == ["added.txt", "manifest.json", "plans.csv", "plots"])
    #expect(try folder.names(in: "out/plots") == ["a.png"])
    #expect(
      try String(contentsOfFile: folder.path("out/plans.csv"), encoding: .utf8) == "plans.csv 3")
  }

  /// What may not be replaced is said, and everything stays as it was.
  @Test(arguments: ["folder", "link", "pipe", "protected"])
  func whatMayNotBeReplacedIsRefused(kind: String) throws {
    defer { folder.remove() }
    let results = ResultFolder(folder.path("out"))
    try results.replace(with: files("1", names: ["manifest.json"]))
    let place = folder.path("out/plans.csv")
    switch kind {
    case "folder":
      try FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: true)
    case "link":
      try folder.write("mine", to: "mine.csv")
      try FileManager.default.createSymbolicLink(
        atPath: place, withDestinationPath: "../mine.csv")
    case "pipe": #expect(unsafe mkfifo(place, 0o600) == 0)
    default:
      try folder.write("mine", to: "out/plans.csv")
      _ = unsafe chmod(place, 0o444)
    }
    let before = FileStatus(place, followingLinks: false)?.number
    #expect(throws: FileProblem.self) { try results.prepare(for: ["plans.csv"]) }
    #expect(throws: FileProblem.self) { try results.replace(with: files("2")) }
    #expect(FileStatus(place, followingLinks: false)?.number == before)
    #expect(
      try String(contentsOfFile: folder.path("out/manifest.json"), encoding: .utf8)
        == "manifest.json 1")
  }
}
