import Foundation

/// What the file system says of a path: what is there, which file it is, whose, with which rights.
struct FileStatus {
  enum Kind { case file, folder, link, terminalOrDevice, pipe, other }

  private let status: stat

  /// - Parameters:
  ///   - path: Where to look.
  ///   - follows: Whether a link stands for what it points to.
  init?(_ path: String, followingLinks follows: Bool = true) {
    var status = stat()
    let result = unsafe follows ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return nil }
    self.status = status
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    self.status = status
  }

  var kind: Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFCHR: .terminalOrDevice
    case S_IFIFO: .pipe
    default: .other
    }
  }

  var device: UInt64 { UInt64(truncatingIfNeeded: status.st_dev) }
  var number: UInt64 { UInt64(truncatingIfNeeded: status.st_ino) }
  var owner: uid_t { status.st_uid }
  var group: gid_t { status.st_gid }

  /// Who may do what with it; a file's marks to run as its owner are not handed on.
  var rights: mode_t { status.st_mode & (kind == .folder ? 0o7777 : 0o777) }

  /// When its contents changed last.
  var changed: (seconds: Int, nanoseconds: Int) {
    #if canImport(Darwin)
      (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
    #else
      (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    #endif
  }

  func isSame(as other: FileStatus) -> Bool {
    device == other.device && number == other.number
  }

  /// Gives what is open there the owner and the rights of another.
  ///
  /// - Returns: Whether the owner is the same; not everybody may give files away.
  @discardableResult func lend(to descriptor: Int32) -> Bool {
    guard let mine = FileStatus(descriptor: descriptor) else { return false }
    var isOwned = true
    if mine.owner != owner || mine.group != group {
      isOwned = fchown(descriptor, owner, group) == 0
      if !isOwned { _ = fchown(descriptor, uid_t.max, group) }
    }
    return fchmod(descriptor, rights) == 0 && isOwned
  }

  /// Gives a new file that is open there the owner and rights of what it replaces, else those of new files.
  static func lend(_ before: FileStatus?, to descriptor: Int32) {
    if let before {
      before.lend(to: descriptor)
    } else {
      _ = fchmod(descriptor, 0o666 & ~mask)
    }
  }

  /// The rights of new files and folders that the process was started with.
  static let mask: mode_t = {
    // It can only be asked for by setting it; whatever is made meanwhile is nobody else's.
    let mask = umask(0o077)
    umask(mask)
    return mask
  }()
}
