import Foundation
import Market
import Testing

@testable import flywheel

@Suite struct InitCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "flywheel-init-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func command(_ file: URL) -> InitCommand {
    var command = InitCommand()
    command.file = file.path
    return command
  }

  @Test func writesTheStarter() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "shop.yaml")
    try command(file).run()
    #expect(try String(contentsOf: file, encoding: .utf8) == ScenarioFile.starter)
  }

  @Test func leavesAnExistingFileAlone() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "shop.yaml")
    try Data("mine".utf8).write(to: file)
    #expect(throws: (any Error).self) { try command(file).run() }
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
  }
}
