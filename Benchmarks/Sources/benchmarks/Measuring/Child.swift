import Foundation

/// Another program, run to its end.
struct Child {
  let output: String
  let isSuccess: Bool

  /// Runs it with its errors unseen.
  init(_ program: URL, _ arguments: [String]) throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    output = String(decoding: bytes, as: UTF8.self)
    isSuccess = process.terminationReason == .exit && process.terminationStatus == 0
  }
}
