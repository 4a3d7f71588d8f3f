import Foundation

/// Folders with everything in them: a second name for all of it, two made one, and removed.
enum FolderTree {
  /// What is in a folder, by name; nil where it cannot be read.
  static func names(in folder: String) -> [String]? {
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted()
  }

  /// Gives everything in a folder a second name in another, folder by folder, as it is owned and may be used.
  ///
  /// - Parameters:
  ///   - folder: Where it is.
  ///   - other: An empty folder on the same file system.
  ///   - left: Names of files at the top that are left out.
  ///   - room: How many names may still be given.
  /// - Returns: Whether all have one; file systems and rights may forbid it.
  static func double(
    _ folder: String, in other: String, except left: Set<String> = [], room: inout Int
  ) -> Bool {
    guard let names = names(in: folder) else { return false }
    for name in names {
      let (from, to) = ("\(folder)/\(name)", "\(other)/\(name)")
      guard let status = FileStatus(from, followingLinks: false) else { return false }
      if left.contains(name), status.kind != .folder { continue }
      room -= 1
      guard room >= 0 else { return false }
      guard status.kind == .folder else {
        guard unsafe linkat(AT_FDCWD, from, AT_FDCWD, to, 0) == 0 else { return false }
        continue
      }
      guard unsafe mkdir(to, 0o700) == 0, double(from, in: to, room: &room),
        liken(to, to: status)
      else { return false }
    }
    return true
  }

  /// Gives a folder the owner and rights of another.
  static func liken(_ folder: String, to status: FileStatus) -> Bool {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return status.lend(to: descriptor)
  }

  /// Brings everything from one folder into another: what is in both under one name as the same file loses
  /// its first name, what is missing there moves, and of two different files the newer has the name while
  /// the other gets one beside it.
  ///
  /// - Returns: Whether the folder is gone.
  @discardableResult static func merge(_ folder: String, into other: String) -> Bool {
    for name in names(in: folder) ?? [] {
      let (from, to) = ("\(folder)/\(name)", "\(other)/\(name)")
      guard let mine = FileStatus(from, followingLinks: false) else { continue }
      guard let theirs = FileStatus(to, followingLinks: false) else {
        unsafe rename(from, to)
        continue
      }
      if mine.kind == .folder, theirs.kind == .folder {
        merge(from, into: to)
      } else if mine.kind != .folder, mine.isSame(as: theirs) {
        unsafe unlink(from)
      } else {
        if theirs.changed < mine.changed { _ = FolderExchange.swap(from, to) }
        unsafe rename(from, freeName(beside: to))
      }
    }
    return unsafe rmdir(folder) == 0
  }

  private static func freeName(beside path: String) -> String {
    var name = path + "~"
    while FileStatus(name, followingLinks: false) != nil { name += "~" }
    return name
  }

  /// Removes a folder and everything in it; links are not followed.
  static func remove(_ folder: String) {
    unsafe chmod(folder, 0o700)
    for name in names(in: folder) ?? [] {
      let path = "\(folder)/\(name)"
      if FileStatus(path, followingLinks: false)?.kind == .folder {
        remove(path)
      } else {
        unsafe unlink(path)
      }
    }
    unsafe rmdir(folder)
  }
}
