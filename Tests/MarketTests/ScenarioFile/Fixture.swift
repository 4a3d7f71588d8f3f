import Foundation
import Market

/// Files beside the tests.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")
  static let package = folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  /// Files of a folder with an extension, by name.
  static func files(in folder: URL, _ ending: String) -> [URL] {
    let contents = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (contents ?? []).filter { $0.pathExtension == ending }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// A scenario file with the files it needs, as a command reads it.
  static func resolve(_ url: URL) throws -> ResolvedScenario {
    let file = try ScenarioFile(bytes: Array(Data(contentsOf: url)))
    var needed: [String: String] = [:]
    for name in file.neededFiles {
      needed[name] = try? text(url.deletingLastPathComponent().appending(path: name))
    }
    return try file.resolve(files: needed)
  }
}
