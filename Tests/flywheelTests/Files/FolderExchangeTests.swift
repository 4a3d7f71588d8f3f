import Foundation
import Testing

@testable import flywheel

struct FolderExchangeTests {
  /// A file system that cannot must say so and leave both where they are.
  @Test func bothChangePlacesOrNeither() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for name in ["old", "new"] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: name), withIntermediateDirectories: true)
      try folder.write(name, to: "\(name)/which")
    }
    let hasChanged = FolderExchange.swap(folder.path("old"), folder.path("new"))
    let found = try folder.contents(of: "old")["which"]
    #expect(found == Data((hasChanged ? "new" : "old").utf8))
    #expect(
      try folder.contents(of: "new")["which"] == Data((hasChanged ? "old" : "new").utf8))
  }

  @Test func whatIsMissingCannotChangePlaces() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    #expect(!FolderExchange.swap(folder.path("a"), folder.path("b")))
  }
}
