import Foundation
import Testing

@testable import flywheel

/// One file has one identity, however it is spelled, whether it is there or not.
struct FileIdentityTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("sub/deep"), withIntermediateDirectories: true)
    try folder.write("", to: "log.csv")
    try FileManager.default.linkItem(
      atPath: folder.path("log.csv"), toPath: folder.path("hard.csv"))
    for (name, target) in [
      ("soft.csv", "log.csv"), ("here", "."), ("soft of soft.csv", "soft.csv"),
      ("to be.csv", "sub/new.csv"), ("circle", "circle"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name), withDestinationPath: target)
    }
  }

  private func identity(_ name: String) -> FileIdentity {
    FileIdentity("\(folder.url.path)/\(name)")
  }

  @Test(arguments: [
    "hard.csv", "soft.csv", "soft of soft.csv", "./log.csv", "here/log.csv", "sub/../log.csv",
    "here/here//log.csv",
  ])
  func ofAFileThatIsThere(name: String) {
    defer { folder.remove() }
    #expect(identity(name) == identity("log.csv"))
    #expect(FileIdentity.ofInput(folder.url.path + "/" + name) == identity("log.csv"))
  }

  @Test(arguments: ["to be.csv", "here/sub/new.csv", "sub/./new.csv", "sub/deep/../new.csv"])
  func ofAFileThatIsNot(name: String) {
    defer { folder.remove() }
    #expect(identity(name) == identity("sub/new.csv"))
  }

  @Test func ofDifferentFiles() {
    defer { folder.remove() }
    #expect(identity("sub/new.csv") != identity("new.csv"))
    #expect(identity("sub") != identity("sub/deep"))
    #expect(identity("none/new.csv") != identity("none/other.csv"))
    #expect(identity("circle") != identity("log.csv"))
  }

  @Test func whatIsNoFileIsNoInputToProtect() {
    defer { folder.remove() }
    #expect(FileIdentity.ofInput("/dev/null") == nil)
    #expect(FileIdentity.ofInput(folder.path("absent.csv")) == nil)
  }
}
