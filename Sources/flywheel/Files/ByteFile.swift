import Documents
import Foundation

/// A file read from beginning to end in pieces, and from its beginning again.
struct ByteFile: ByteSource {
  let path: String
  private let handle: FileHandle
  /// Of a pipe, which cannot go back: all pieces so far.
  private var kept: [Data] = []
  private var place = 0
  /// Where reading begins; nil where there is no way back.
  private let start: UInt64?

  /// Bytes read at once.
  private static let piece = 1 << 20

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws(FileProblem) {
    self.path = path
    if path == "-" {
      handle = .standardInput
      start = Self.start(of: handle)
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
    start = Self.start(of: handle)
  }

  /// Of standard input that may be where another program has read up to.
  private static func start(of handle: FileHandle) -> UInt64? {
    guard let offset = try? handle.offset(), (try? handle.seek(toOffset: offset)) != nil else {
      return nil
    }
    return offset
  }

  mutating func rewind() throws(FileProblem) {
    place = 0
    guard let start else { return }
    do {
      try handle.seek(toOffset: start)
    } catch {
      throw FileProblem(path: path, reason: "it could not be read: \(error.localizedDescription)")
    }
  }

  /// Bytes in all; nil where that cannot be known beforehand.
  var size: Int? {
    path == "-" ? nil : (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
  }

  /// The next piece; nil at the end.
  mutating func next() throws(FileProblem) -> Data? {
    if place < kept.count {
      place += 1
      return kept[place - 1]
    }
    do {
      let piece = try handle.read(upToCount: Self.piece)
      if start == nil, let piece, !piece.isEmpty {
        kept.append(piece)
        place += 1
      }
      return piece
    } catch {
      throw FileProblem(path: path, reason: "it could not be read: \(error.localizedDescription)")
    }
  }
}
