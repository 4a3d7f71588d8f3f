import Foundation

/// A file read from beginning to end in pieces.
struct ByteFile {
  let path: String
  private let handle: FileHandle

  /// Bytes read at once.
  private static let piece = 1 << 20

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws(FileProblem) {
    self.path = path
    if path == "-" {
      handle = .standardInput
      return
    }
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileProblem(path: path, reason: "there is no such file")
    }
    if isFolder.boolValue { throw FileProblem(path: path, reason: "it is a folder") }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw FileProblem(path: path, reason: "it cannot be opened for reading")
    }
    self.handle = handle
  }

  /// Bytes in all; nil where that cannot be known beforehand.
  var size: Int? {
    path == "-" ? nil : (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
  }

  /// The next piece; nil at the end.
  func next() throws(FileProblem) -> Data? {
    do {
      return try handle.read(upToCount: Self.piece)
    } catch {
      throw FileProblem(path: path, reason: "it could not be read: \(error.localizedDescription)")
    }
  }
}
