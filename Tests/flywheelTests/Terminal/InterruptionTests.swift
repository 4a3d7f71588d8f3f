import Foundation
import Market
import Testing

@testable import flywheel

/// Ctrl-C in the middle: the last results stay as they were, and nothing half done is left beside them.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct InterruptionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func finish(_ arguments: [String]) throws {
    let process = try BuiltCommand.start(arguments, in: folder)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Interrupts a command that is busy for long, and checks that its folder of results is as before.
  private func interrupt(
    _ arguments: [String], _ signal: Int32, input: Pipe? = nil, results: String
  ) throws -> (process: Process, ending: BuiltCommand.Ending) {
    let before = try folder.contents(of: "out/\(results)")
    let process = try BuiltCommand.start(arguments, in: folder, input: input)
    Thread.sleep(forTimeInterval: 1)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(try folder.contents(of: "out/\(results)") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) == [results])
    let ending = try BuiltCommand.ending(of: process, in: folder)
    #expect(ending.output == "")
    return (process, ending)
  }

  /// Commands that play for long, each in a short form and with what makes it long.
  private static let commands = [
    (["run", "bakery.yaml"], (["--replications", "2"], ["--replications", "1000000"])),
    (
      ["sweep", "bakery.yaml", "--points", "2", "--vary"]
        + ["10 off the second visit: coupons.second visit.value=0 CNY..20 CNY"],
      (["--replications", "2"], ["--replications", "1000000"])
    ),
    (
      ["rehearse", "bakery.yaml", "--arms", "as today,10 off the second visit"],
      (["--rehearsals", "2"], ["--rehearsals", "1000000"])
    ),
  ]

  /// They end as shells count an end by that signal: 130 after Ctrl-C, 143 after a request to end.
  @Test(arguments: commands, [SIGINT, SIGTERM, SIGKILL])
  func whilePlaying(command: ([String], ([String], [String])), signal: Int32) throws {
    defer { folder.remove() }
    try folder.write(Bakery.text, to: "bakery.yaml")
    let (words, (short, long)) = command
    let arguments = words + ["--customers", "200", "--output", "out/results"]
    try finish(arguments + short)
    let (process, ending) = try interrupt(arguments + long, signal, results: "results")
    guard signal != SIGKILL else {
      #expect(process.terminationReason == .uncaughtSignal)
      return
    }
    #expect(process.terminationReason == .exit)
    #expect(ending.status == 128 + signal)
    #expect(ending.errors.contains("Interrupted: nothing was written, out/results is as it was"))
  }

  private static let users =
    "arm,revenue\n" + (0..<40).map { "\($0 % 2 == 0 ? "A" : "B"),\($0 % 7)\n" }.joined()

  /// Reading, they end by the signal itself, which a shell counts as 130.
  @Test(arguments: [
    ["analyze", "--arm", "arm", "--metric", "revenue", "--output", "out/results"],
    ["power", "--metric", "revenue", "--lift", "5%", "--output", "out/results"],
  ])
  func whileReading(command: [String]) throws {
    defer { folder.remove() }
    try folder.write(Self.users, to: "users.csv")
    func reading(_ file: String) -> [String] {
      command[0] == "power"
        ? command + ["--pilot", file] : [command[0], file] + command.dropFirst()
    }
    try finish(reading("users.csv"))
    let input = Pipe()
    try input.fileHandleForWriting.write(contentsOf: Data(Self.users.utf8))
    let (process, _) = try interrupt(reading("-"), SIGINT, input: input, results: "results")
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGINT)
    try input.fileHandleForWriting.close()
  }
}
