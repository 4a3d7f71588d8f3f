import ArgumentParser
import Foundation
import Testing

@testable import flywheel

/// Every wrong question of the fixture folder, and word for word what is said to it.
///
/// Each `name.txt` has the arguments after `$`, then the message and the exit status.
struct WrongPowerTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/power")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()

  @Test func fixturesAreThere() { #expect(Self.names.count >= 45) }

  @Test(arguments: names)
  func messagesReadExactly(name: String) throws {
    let file = Self.folder.appending(path: "\(name).txt")
    let expected = try String(contentsOf: file, encoding: .utf8)
    let first = expected.prefix { $0 != "\n" }
    let arguments = first.dropFirst(2).split(separator: " ").map { word in
      [".csv", ".yaml"].contains { word.hasSuffix($0) }
        ? Self.folder.appending(path: String(word)).path : String(word)
    }
    let said = "\(first)\n\(Self.answer(arguments))\n".replacing(Self.folder.path + "/", with: "")
    #expect(said == expected)
  }

  private static func answer(_ arguments: [String]) -> String {
    do {
      let outcome = try PowerCommand.parse(arguments + ["--no-report"]).outcome()
      return outcome.failure.map { "\($0.message)\nexit \($0.status.rawValue)" } ?? outcome.text
    } catch {
      return
        "\(PowerCommand.message(for: error))\nexit \(PowerCommand.exitCode(for: error).rawValue)"
    }
  }
}
