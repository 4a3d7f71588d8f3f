import Foundation

/// A file or folder that is being made beside the place it will take, under a name nobody can guess.
///
/// It is made anew or not at all, open to nobody else, and locked as long as its process lives: what is not
/// locked was left by one that was killed, and the next command that writes there removes it.
final class Unfinished {
  let path: String
  let descriptor: Int32

  private static let start = ".flywheel-"
  private static let end = ".unfinished"

  private init(_ path: String, _ descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Begins an empty file; nil where none can be made there.
  static func file(in folder: String) -> Unfinished? {
    make(in: folder) { path in
      let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      return unsafe open(path, flags, 0o600)
    }
  }

  /// Begins an empty folder; nil where none can be made there.
  static func folder(in folder: String) -> Unfinished? {
    make(in: folder) { path in
      guard unsafe mkdir(path, 0o700) == 0 else { return -1 }
      return unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
  }

  private static func make(in folder: String, _ open: (String) -> Int32) -> Unfinished? {
    for _ in 0..<16 {
      let path = newPath(in: folder)
      let descriptor = open(path)
      guard descriptor >= 0 else {
        // A sweep may have come between making and opening a folder.
        if errno == EEXIST || errno == ENOENT, FileStatus(folder) != nil { continue }
        return nil
      }
      let made = Unfinished(path, descriptor)
      // Where files cannot be locked, nothing is ever swept.
      _ = flock(descriptor, LOCK_EX | LOCK_NB)
      // Another's sweep may have taken it in the moment before it was locked.
      if let there = FileStatus(path, followingLinks: false),
        FileStatus(descriptor: descriptor)?.isSame(as: there) == true
      {
        return made
      }
    }
    return nil
  }

  /// A name in a folder that nothing has, and that is swept if it is found again.
  static func newPath(in folder: String) -> String {
    var luck = SystemRandomNumberGenerator()
    let digits = (0..<2).map { _ in
      let hex = String(luck.next(), radix: 16)
      return String(repeating: "0", count: 16 - hex.count) + hex
    }
    return "\(folder)/\(start)\(digits.joined())\(end)"
  }

  /// What killed commands of ours left in a folder; nobody else holds it while `work` does with it as it sees fit.
  static func sweep(_ folder: String, _ work: (Unfinished, FileStatus.Kind) -> Void) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(start) && name.hasSuffix(end) {
      let path = "\(folder)/\(name)"
      guard let status = FileStatus(path, followingLinks: false), status.owner == geteuid(),
        status.kind == .file || status.kind == .folder
      else { continue }
      let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      let found = Unfinished(path, descriptor)
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { work(found, status.kind) }
    }
  }

  /// Removes the files that killed commands left in a folder; what they left of result folders is for those
  /// to sweep.
  static func sweepFiles(_ folder: String) {
    sweep(folder) { found, kind in
      if kind == .file { unsafe unlink(found.path) }
    }
  }
}
