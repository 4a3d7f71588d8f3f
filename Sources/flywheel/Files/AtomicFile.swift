import Foundation

/// A file that appears whole or not at all: written under a temporary name beside it, then renamed.
///
/// What was there before stays until `commit`; without it nothing is left behind.
struct AtomicFile: ~Copyable {
  let path: String
  private let temporaryPath: String
  private let handle: FileHandle

  /// Begins a file.
  ///
  /// - Throws: `FileProblem` where its folder cannot be written to.
  init(_ path: String) throws(FileProblem) {
    self.path = path
    let url = URL(fileURLWithPath: path)
    let temporary = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(UUID().uuidString.prefix(8)).tmp")
    temporaryPath = temporary.path
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw FileProblem(path: path, reason: "it is a folder")
    }
    guard FileManager.default.createFile(atPath: temporaryPath, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporaryPath)
    else { throw FileProblem(path: path, reason: "its folder cannot be written to") }
    self.handle = handle
  }

  func append(_ bytes: [UInt8]) throws(FileProblem) {
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      throw FileProblem(
        path: path, reason: "it could not be written: \(error.localizedDescription)")
    }
  }

  /// Puts the file in its place, over what may be there.
  consuming func commit() throws(FileProblem) {
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw FileProblem(
        path: path, reason: "it could not be written: \(error.localizedDescription)")
    }
    guard unsafe rename(temporaryPath, path) == 0 else {
      throw FileProblem(path: path, reason: unsafe String(cString: strerror(errno)))
    }
  }

  /// After `commit` there is nothing of that name.
  deinit {
    try? handle.close()
    unsafe unlink(temporaryPath)
  }
}

/// A file that could not be read or written.
struct FileProblem: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "\(path): \(reason)" }
}
