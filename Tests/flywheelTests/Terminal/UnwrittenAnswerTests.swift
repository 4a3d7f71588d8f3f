import Foundation
import Testing

@testable import flywheel

/// Standard output that cannot be written to: every command fails by status 1 and says why, none by a signal.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct UnwrittenAnswerTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Bakery.text, to: "bakery.yaml")
    try folder.write(FitCommandTests.log, to: "log.csv")
    try folder.write(
      "arm,revenue\n" + (0..<40).map { "\($0 % 2 == 0 ? "A" : "B"),\($0 % 7)\n" }.joined(),
      to: "users.csv")
  }

  static let commands: [[String]] = [
    ["keys"], ["keys", "--json"], ["terms"], ["terms", "ROI"], ["--help"], ["--version"],
    ["help", "run"], ["run", "--help"], ["init", "new.yaml"],
    ["verify", "--size", "0.001"], ["verify", "--size", "0.001", "--json"],
    ["fit", "log.csv", "--customer", "customer", "--date", "date", "--amount", "amount"],
    ["analyze", "users.csv", "--arm", "arm", "--metric", "revenue"],
    ["power", "--rate", "4%", "--lift", "5%", "--daily", "8000", "--json"],
    ["run", "bakery.yaml", "--customers", "200", "--replications", "2", "--quiet"],
    ["run", "bakery.yaml", "--customers", "200", "--replications", "2", "--quiet", "--json"],
    [
      "rehearse", "bakery.yaml", "--arms", "as today,10 off the second visit", "--customers",
      "200", "--rehearsals", "2", "--quiet",
    ],
  ]

  private func ending(_ command: [String], output: FileHandle) throws -> (Process, String) {
    let process = Process()
    process.executableURL = BuiltCommand.url
    process.arguments = command
    process.currentDirectoryURL = folder.url
    process.standardOutput = output
    try folder.write("", to: "stderr")
    process.standardError = FileHandle(forWritingAtPath: folder.path("stderr"))
    try process.run()
    process.waitUntilExit()
    return (process, try String(contentsOfFile: folder.path("stderr"), encoding: .utf8))
  }

  private func expectFailure(_ ending: (process: Process, errors: String), _ reason: String) {
    #expect(ending.process.terminationReason == .exit)
    #expect(ending.process.terminationStatus == 1)
    #expect(
      ending.errors.hasSuffix("The answer could not be written: \(reason)\n"), "\(ending.errors)")
  }

  @Test(arguments: commands) func toAPipeThatNobodyReads(command: [String]) throws {
    defer { folder.remove() }
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    expectFailure(
      try ending(command, output: pipe.fileHandleForWriting),
      "whoever was to read it has stopped reading.")
  }

  @Test(.enabled(if: FileStatus("/dev/full") != nil), arguments: commands)
  func toAFullDevice(command: [String]) throws {
    defer { folder.remove() }
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    expectFailure(try ending(command, output: full), "No space left on device.")
  }

  /// Closed by a shell: files that are opened then must not get its number.
  @Test(arguments: commands) func closed(command: [String]) throws {
    defer { folder.remove() }
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments =
      ["-c", "exec \"$0\" \"$@\" >&- 2>stderr", BuiltCommand.url?.path ?? ""] + command
    shell.currentDirectoryURL = folder.url
    try shell.run()
    shell.waitUntilExit()
    let errors = try String(contentsOfFile: folder.path("stderr"), encoding: .utf8)
    expectFailure((shell, errors), "standard output is closed.")
  }

  /// A log that cannot be written to is nobody's reason to end by a signal.
  @Test func standardErrorThatIsFull() throws {
    defer { folder.remove() }
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments =
      ["-c", "exec \"$0\" \"$@\" 2>/dev/full", BuiltCommand.url?.path ?? ""] + ["fly"]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationReason == .exit)
    #expect(shell.terminationStatus == 64)
  }
}
