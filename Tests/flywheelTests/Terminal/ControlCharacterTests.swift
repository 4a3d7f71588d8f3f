import Foundation
import Testing

@testable import flywheel

/// Names from arguments and files that would command a terminal are shown, never obeyed.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct ControlCharacterTests {
  private static let name = "a\u{1B}[31m\u{07}\u{7F}\u{9B}\u{202E}\u{2066}b"

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  @Test(arguments: [
    ["run", name], ["fit", name, "--customer", "c", "--date", "d", "--amount", "a"],
    ["analyze", name, "--arm", "a", "--metric", "m"], ["terms", name], [name],
    ["run", "--\(name)"],
    ["power", "--pilot", "users.csv", "--metric", name, "--lift", "5%"],
    ["analyze", "users.csv", "--arm", "arm", "--metric", name],
    ["analyze", "users.csv", "--arm", "arm", "--metric", "revenue"],
    ["analyze", "users.csv", "--arm", "arm", "--metric", "revenue", "--json"],
    ["run", "bakery.yaml"], ["init", "none/\(name)"],
    ["fit", "users.csv", "--customer", name, "--date", "d", "--amount", "a"],
  ])
  func areShown(command: [String]) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // An arm is called so, and a plan.
    try folder.write(
      "arm,revenue\n" + (0..<40).map { "\($0 % 2 == 0 ? "A" : Self.name),\($0 % 7)\n" }.joined(),
      to: "users.csv")
    try folder.write(
      Bakery.text.replacing("horizon:", with: "\"\\e[31mhorizon\\u202e\":"), to: "bakery.yaml")
    let process = try BuiltCommand.start(command, in: folder)
    process.waitUntilExit()
    let ending = try BuiltCommand.ending(of: process, in: folder)
    let said = ending.output + ending.errors
    #expect(!said.isEmpty)
    #expect(!said.unicodeScalars.contains(where: Self.isObeyed), "\(said.debugDescription)")
  }
}
