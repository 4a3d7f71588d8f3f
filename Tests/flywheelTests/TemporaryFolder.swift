import Foundation

/// A folder of a test's own.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "flywheel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appending(path: name))
  }

  /// Names of what is in a folder, in order.
  func names(in name: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// Names and contents of the files in a folder, its hidden ones too.
  func contents(of name: String) throws -> [String: Data] {
    let folder = url.appending(path: name)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var contents: [String: Data] = [:]
    for name in names { contents[name] = try Data(contentsOf: folder.appending(path: name)) }
    return contents
  }
}
