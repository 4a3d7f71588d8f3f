import Foundation
import Testing

@testable import flywheel

final class AtomicFileTests {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "flywheel-atomic-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appending(path: "result.csv").path }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  func content() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func theOldFileStaysUntilTheNewOneIsWhole() throws {
    try Data("old".utf8).write(to: URL(filePath: path))
    let file = try AtomicFile(path)
    try file.append(Array("new, ".utf8))
    #expect(try content() == "old")
    try file.append(Array("whole".utf8))
    try file.commit()
    #expect(try content() == "new, whole")
    #expect(try files() == ["result.csv"])
  }

  @Test func whatIsNotCommittedLeavesNothing() throws {
    do {
      let file = try AtomicFile(path)
      try file.append([1, 2, 3])
    }
    #expect(try files().isEmpty)
  }

  @Test func aFolderIsNotReplaced() throws {
    #expect(throws: FileProblem.self) { _ = try AtomicFile(self.folder.path) }
    #expect(try files().isEmpty)
  }
}
