import ArgumentParser
import Foundation
import Market
import Stories
import Testing

@testable import flywheel

@Suite struct InitCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "flywheel-init-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func command(_ file: URL, _ arguments: String...) throws -> InitCommand {
    try InitCommand.parse([file.path] + arguments)
  }

  @Test func writesTheStarter() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "shop.yaml")
    try command(file).run()
    #expect(try String(contentsOf: file, encoding: .utf8) == ScenarioFile.starter)
  }

  /// A story is the library's but for its own name and the schema, which is not beside it.
  @Test func writesAStory() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let story = try #require(LibraryStory.all.first { $0.name == "record-shop" })
    let file = folder.appending(path: "my shop.yaml")
    try command(file, "--from", "record-shop").run()
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix("# A record shop on the web"))
    #expect(text.contains("Play it with:  flywheel run \(file.path)\n"))
    #expect(!text.contains("scenarios/record-shop.yaml") && !text.contains("$schema"))
    // Nothing else is another.
    #expect(
      text.replacing(file.path, with: "scenarios/record-shop.yaml")
        == story.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
        .joined(separator: "\n"))
    // Beside a schema it names it.
    try Data("{}".utf8).write(to: folder.appending(path: "scenario.schema.json"))
    let second = folder.appending(path: "second.yaml")
    try command(second, "--from", "record-shop").run()
    #expect(
      try String(contentsOf: second, encoding: .utf8)
        == story.text.replacing("scenarios/record-shop.yaml", with: second.path))
  }

  @Test func anUnknownStoryIsNotWritten() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "shop.yaml")
    #expect(throws: (any Error).self) { try command(file, "--from", "recrod-shop").run() }
    #expect(!FileManager.default.fileExists(atPath: file.path))
    #expect(LibraryStory.nearestFirst("recrod-shop").first?.name == "record-shop")
    #expect(LibraryStory.nearestFirst("restaurants").first?.name == "restaurant")
    #expect(throws: (any Error).self) { try InitCommand.parse(["shop.yaml", "--list"]) }
  }

  @Test func leavesAnExistingFileAlone() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "shop.yaml")
    try Data("mine".utf8).write(to: file)
    #expect(throws: (any Error).self) { try command(file).run() }
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
  }
}
