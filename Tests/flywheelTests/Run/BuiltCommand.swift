import Foundation

/// The executable that was built along with the tests.
enum BuiltCommand {
  /// Beside the test runner; `nil` where runners live elsewhere.
  static let url: URL? = {
    let beside = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0])
      .deletingLastPathComponent().appending(path: "flywheel")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : nil
  }()

  struct Ending {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Starts it; what it writes goes to files in the folder.
  static func start(
    _ arguments: [String], in folder: TemporaryFolder, input: Pipe? = nil,
    environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder.url
    if let input { process.standardInput = input }
    for name in ["stdout", "stderr"] { try folder.write("", to: name) }
    process.standardOutput = FileHandle(forWritingAtPath: folder.path("stdout"))
    process.standardError = FileHandle(forWritingAtPath: folder.path("stderr"))
    try process.run()
    return process
  }

  static func ending(of process: Process, in folder: TemporaryFolder) throws -> Ending {
    Ending(
      status: process.terminationStatus,
      output: try String(contentsOfFile: folder.path("stdout"), encoding: .utf8),
      errors: try String(contentsOfFile: folder.path("stderr"), encoding: .utf8))
  }
}
