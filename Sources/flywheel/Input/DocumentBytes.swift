import Documents
import Foundation

/// The bytes of a file that is read as YAML: no more of them than tell that it is too large.
enum DocumentBytes {
  /// - Throws: Why the file cannot be read, such as `there is no such file`.
  static func read(_ file: String) throws(Unreadable) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw Unreadable(
        reason: FileManager.default.fileExists(atPath: file)
          ? "it cannot be read" : "there is no such file")
    }
    defer { try? handle.close() }
    var bytes: [UInt8] = []
    do {
      // A pipe gives what it has, so that there may be more after a short piece.
      while bytes.count <= Document.mostBytes,
        let piece = try handle.read(upToCount: Document.mostBytes + 1 - bytes.count),
        !piece.isEmpty
      {
        bytes += piece
      }
    } catch {
      throw Unreadable(reason: "it cannot be read")
    }
    return bytes
  }

  struct Unreadable: Error {
    let reason: String
  }
}
