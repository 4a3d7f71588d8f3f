import Documents
import Foundation

/// The bytes of a file that is held in memory whole: no more of them than tell that it is too large.
enum DocumentBytes {
  /// The file's bytes, at most one more than `most`.
  ///
  /// - Throws: Why the file cannot be read, such as `there is no such file`.
  static func read(
    _ file: String, most: Int = Document.mostBytes
  ) throws(Unreadable) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw Unreadable(
        reason: FileManager.default.fileExists(atPath: file)
          ? "it cannot be read" : "there is no such file")
    }
    defer { try? handle.close() }
    var bytes: [UInt8] = []
    do {
      // A pipe gives what it has, so that there may be more after a short piece.
      while bytes.count <= most,
        let piece = try handle.read(upToCount: min(1 << 20, most + 1 - bytes.count)),
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
