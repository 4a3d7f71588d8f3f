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

  private func number(_ name: String) -> UInt64? {
    FileStatus(folder.appending(path: name).path, followingLinks: false)?.number
  }

  @Test func aLinkStaysAndWhatItPointsToIsReplaced() throws {
    let real = folder.appending(path: "real.csv").path
    try Data("old".utf8).write(to: URL(filePath: real))
    _ = unsafe chmod(real, 0o640)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "real.csv")
    let link = number("result.csv")
    let file = try AtomicFile(path)
    try file.append(Array("new".utf8))
    try file.commit()
    #expect(number("result.csv") == link)
    #expect(try String(contentsOfFile: real, encoding: .utf8) == "new")
    #expect(FileStatus(real)?.rights == 0o640)
    #expect(try files().sorted() == ["real.csv", "result.csv"])
  }

  @Test func aLinkToNothingIsFollowedToo() throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "new.csv")
    let file = try AtomicFile(path)
    try file.commit()
    #expect(FileStatus(path, followingLinks: false)?.kind == .link)
    #expect(try files().sorted() == ["new.csv", "result.csv"])
  }

  @Test func aProtectedFileIsRefused() throws {
    try Data("old".utf8).write(to: URL(filePath: path))
    _ = unsafe chmod(path, 0o444)
    #expect(throws: FileProblem.self) { _ = try AtomicFile(self.path) }
    #expect(throws: FileProblem.self) { try AtomicFile.check(self.path) }
    #expect(try content() == "old")
  }

  @Test func aPipeIsWrittenInto() throws {
    #expect(unsafe mkfifo(path, 0o600) == 0)
    // Nobody reads: an answer, not a wait.
    #expect(throws: FileProblem.self) { _ = try AtomicFile(self.path) }
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let file = try AtomicFile(path)
    try file.append(Array("new".utf8))
    try file.commit()
    let bytes = try FileHandle(fileDescriptor: reader).read(upToCount: 3)
    #expect(bytes == Data("new".utf8))
    #expect(FileStatus(path)?.kind == .pipe)
    #expect(try files() == ["result.csv"])
  }

  /// The null device as root may write it: it is never replaced.
  @Test func aDeviceIsWrittenInto() throws {
    let before = FileStatus("/dev/null")?.number
    let file = try AtomicFile("/dev/null")
    try file.append(Array("new".utf8))
    try file.commit()
    #expect(FileStatus("/dev/null")?.number == before)
    #expect(FileStatus("/dev/null")?.kind == .terminalOrDevice)
  }

  @Test func twoFilesAreOneCommit() throws {
    let second = folder.appending(path: "second.csv").path
    try Data("old".utf8).write(to: URL(filePath: path))
    let (one, other) = (try AtomicFile(path), try AtomicFile(second))
    try one.append(Array("new".utf8))
    // In the meantime the second's place is taken by what cannot be replaced.
    try FileManager.default.createDirectory(atPath: second, withIntermediateDirectories: true)
    let number = number("result.csv")
    #expect(throws: FileProblem.self) { try AtomicFile.commit([one, other]) }
    #expect(try content() == "old")
    #expect(self.number("result.csv") == number)
  }

  @Test func whatCannotBeTakenBackComesLast() throws {
    guard FileStatus("/dev/full") != nil else { return }
    try Data("old".utf8).write(to: URL(filePath: path))
    let (full, one) = (try AtomicFile("/dev/full"), try AtomicFile(path))
    try full.append(Array("new".utf8))
    try one.append(Array("new".utf8))
    #expect(throws: FileProblem.self) { try AtomicFile.commit([full, one]) }
    #expect(try content() == "old")
  }

  @Test func aNewFileLeavesAnOldOneAlone() throws {
    let file = try AtomicFile(path, mustBeNew: true)
    try file.append(Array("new".utf8))
    try Data("mine".utf8).write(to: URL(filePath: path))
    #expect(throws: FileProblem.self) { try file.commit() }
    #expect(try content() == "mine")
  }
}
