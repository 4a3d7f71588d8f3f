import Foundation

/// Which file a path means, however it is written: by links, hard links, `./x` or an absolute path.
///
/// A file that is there is known by its device and number; one that is not, by the nearest folder around it
/// that is, and the names from there on.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64
  private let names: [String]

  init(_ path: String) {
    let place = FilePlace(path)
    let status = FileStatus(place.existing)
    device = status?.device ?? 0
    number = status?.number ?? 0
    names = place.names
  }

  private init(_ status: FileStatus) {
    (device, number, names) = (status.device, status.number, [])
  }

  /// The file that is read at a path, `-` being standard input; nil where reading it takes nothing from a
  /// file, such as a terminal or a pipe.
  static func ofInput(_ path: String) -> FileIdentity? {
    let status = path == "-" ? FileStatus(descriptor: STDIN_FILENO) : FileStatus(path)
    guard let status, status.kind == .file || status.kind == .folder else { return nil }
    return FileIdentity(status)
  }
}

/// Where a path leads once every link has been followed, whether or not anything is there.
struct FilePlace {
  /// The deepest part of it that is there, without links.
  let existing: String
  /// What would have to be made in it.
  let names: [String]

  /// Links that are followed at most, as systems do.
  private static let mostLinks = 40

  init(_ path: String) {
    var path = path
    var names: [String] = []
    var links = 0
    while FileStatus(path) == nil, path != "/", path != "." {
      if links < Self.mostLinks, FileStatus(path, followingLinks: false)?.kind == .link,
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
      {
        links += 1
        path = target.hasPrefix("/") ? target : Self.folder(of: path) + "/" + target
        continue
      }
      let name = Self.name(of: path)
      if name != "." { names.insert(name, at: 0) }
      path = Self.folder(of: path)
    }
    existing = Self.real(path)
    self.names = names
  }

  var path: String { ([existing == "/" ? "" : existing] + names).joined(separator: "/") }

  /// The folder around a path, by its spelling.
  static func folder(of path: String) -> String {
    let parts = Self.trimmed(path)
    guard let slash = parts.lastIndex(of: "/") else { return "." }
    return slash == parts.startIndex ? "/" : String(parts[..<slash])
  }

  static func name(of path: String) -> String {
    let parts = Self.trimmed(path)
    return parts.lastIndex(of: "/").map { String(parts[parts.index(after: $0)...]) }
      ?? String(parts)
  }

  private static func trimmed(_ path: String) -> Substring {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return path
  }

  private static func real(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
