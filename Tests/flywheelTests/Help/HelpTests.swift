import ArgumentParser
import Foundation
import Testing

@testable import flywheel

/// The whole help of a command, word for word.
///
/// `COLUMNS=80 flywheel analyze --help > Tests/flywheelTests/Fixtures/help/analyze.txt` writes one anew.
struct HelpTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/help")

  @Test(arguments: Flywheel.configuration.subcommands.map { $0.configuration.commandName ?? "" })
  func readsExactly(name: String) throws {
    let command = try #require(
      Flywheel.configuration.subcommands.first { $0.configuration.commandName == name })
    let expected = try String(
      contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
    #expect(Flywheel.helpMessage(for: command, columns: 80) + "\n" == expected)
  }
}
