import Foundation

/// A file that appears whole or not at all: written under a name of its own beside it, then put in its place.
///
/// What was there before stays until `commit`; without it nothing is left behind. A link is followed and
/// stays, a file that is replaced hands on its owner and its rights, and one that may not be written to is
/// refused. Nothing takes the place of a device or a pipe: all is written into it, at `commit`.
final class AtomicFile {
  /// As it was asked for.
  let path: String
  private let mustBeNew: Bool
  private let way: Way
  private var state = State.unfinished

  private enum Way {
    case beside(Beside)
    case into(Into)
  }

  /// A file beside the one to be, and where it goes.
  private struct Beside {
    let unfinished: Unfinished
    let target: String
    let before: FileStatus?
  }

  /// Something open that cannot be replaced.
  private final class Into {
    let descriptor: Int32
    var bytes: [UInt8] = []

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
  }

  /// What has become of the name it was written under.
  private enum State {
    case unfinished
    /// It names what was there before.
    case exchanged
    /// What was there before has another name, if it could be given one.
    case replaced(before: String?)
    /// Nothing was there before.
    case added
  }

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: Where it will be.
  ///   - mustBeNew: Whether `commit` leaves alone what is there already.
  /// - Throws: `FileProblem` where nothing can or may be written.
  init(_ path: String, mustBeNew: Bool = false) throws(FileProblem) {
    self.path = path
    self.mustBeNew = mustBeNew
    guard !path.isEmpty else { throw FileProblem(path: "“”", reason: "a file needs a name") }
    if !mustBeNew, let into = try Self.opened(path) {
      way = .into(Into(into))
      return
    }
    let target = mustBeNew ? path : FilePlace(path).path
    let before = mustBeNew ? nil : FileStatus(target)
    if before != nil { try Self.checkMayBeReplaced(path) }
    let folder = FilePlace.folder(of: target)
    Unfinished.sweepFiles(folder)
    guard let unfinished = Unfinished.file(in: folder) else {
      throw errno == ENOSPC || errno == EDQUOT
        ? FileProblem(path: path, couldNot: "it could not be written")
        : FileProblem(path: path, reason: "its folder cannot be written to")
    }
    way = .beside(Beside(unfinished: unfinished, target: target, before: before))
  }

  /// Opens what is written into rather than replaced.
  private static func opened(_ path: String) throws(FileProblem) -> Int32? {
    if let number = descriptor(namedBy: path) {
      let copy = dup(number)
      guard copy >= 0 else { throw FileProblem(path: path, reason: "it is not open") }
      return copy
    }
    switch FileStatus(path)?.kind {
    case nil, .file, .link: return nil
    case .folder: throw FileProblem(path: path, reason: "it is a folder")
    case .other:
      throw FileProblem(path: path, reason: "it is no file, and nothing can be written to it")
    case .terminalOrDevice, .pipe: break
    }
    // A pipe that nobody reads from would make us wait for ever.
    let descriptor = unsafe open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENXIO
        ? FileProblem(path: path, reason: "nobody reads from it")
        : FileProblem(path: path, couldNot: "it cannot be written to")
    }
    let flags = fcntl(descriptor, F_GETFL)
    _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK)
    return descriptor
  }

  /// Such as 1 for `/dev/stdout`; opened by its name, a file behind it would be written from its beginning.
  private static func descriptor(namedBy path: String) -> Int32? {
    let named: [String: Int32] = ["/dev/stdout": STDOUT_FILENO, "/dev/stderr": STDERR_FILENO]
    if let number = named[path] { return number }
    for start in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(start) {
      return Int32(path.dropFirst(start.count))
    }
    return nil
  }

  /// Finds out, before there is anything to write, whether something there forbids it; touches nothing.
  static func check(_ path: String) throws(FileProblem) {
    switch FileStatus(path)?.kind {
    case .folder: throw FileProblem(path: path, reason: "it is a folder")
    case .file: try checkMayBeReplaced(path)
    case .terminalOrDevice, .pipe, .other, .link: break
    case nil:
      guard unsafe access(FilePlace.folder(of: FilePlace(path).path), W_OK) == 0 else {
        throw FileProblem(path: path, reason: "its folder cannot be written to")
      }
    }
  }

  /// As copying over a file asks for leave.
  static func checkMayBeReplaced(_ path: String) throws(FileProblem) {
    guard let status = FileStatus(path) else { return }
    // The superuser may write to everything, but hardly means to write to what is protected.
    guard unsafe access(path, W_OK) == 0, status.rights & 0o222 != 0 else {
      throw FileProblem(path: path, reason: "it is protected from being written to")
    }
    if let answer = FileStatus(descriptor: STDOUT_FILENO), answer.isSame(as: status) {
      throw FileProblem(
        path: path, reason: "the answer itself is being written to it; name another file")
    }
  }

  func append(_ bytes: [UInt8]) throws(FileProblem) {
    switch way {
    case .into(let into): into.bytes += bytes
    case .beside(let beside):
      guard DiskWriting.write(bytes, to: beside.unfinished.descriptor) else {
        throw FileProblem(path: path, couldNot: "it could not be written")
      }
    }
  }

  /// Puts the file in its place, over what may be there.
  func commit() throws(FileProblem) { try Self.commit([self]) }

  /// Puts files in their places: all of them, or where one cannot be, none.
  ///
  /// Everything is on the disk before the first takes its place, and the places are taken one right after
  /// the other. A process that is killed, or a machine that stops, between two of them leaves the first new
  /// and the second as it was, for no file system changes two names in one step; both are whole.
  static func commit(_ files: [AtomicFile]) throws(FileProblem) {
    try undisturbed { () throws(FileProblem) in
      for file in files { try file.seal() }
      // What is written into a device or a pipe cannot be taken back, and comes last.
      let ordered = files.filter(\.isBeside) + files.filter { !$0.isBeside }
      do throws(FileProblem) {
        for file in ordered { try file.put() }
        try checkAreDifferent(files)
      } catch {
        for file in ordered.reversed() { file.takeBack() }
        throw error
      }
      for file in files { file.finish() }
    }
  }

  private var isBeside: Bool {
    if case .beside = way { true } else { false }
  }

  /// Two spellings can name one file in ways only the file system knows, such as by large and small letters.
  private static func checkAreDifferent(_ files: [AtomicFile]) throws(FileProblem) {
    var met: Set<FileIdentity> = []
    for file in files {
      guard case .beside(let beside) = file.way else { continue }
      guard met.insert(FileIdentity(beside.target)).inserted else {
        throw FileProblem(path: file.path, reason: "another of the files has this place")
      }
    }
  }

  /// Brings all of it to the disk, with its owner and rights.
  private func seal() throws(FileProblem) {
    guard case .beside(let beside) = way else { return }
    let descriptor = beside.unfinished.descriptor
    FileStatus.lend(beside.before, to: descriptor)
    guard DiskWriting.settle(descriptor) else {
      throw FileProblem(path: path, couldNot: "it could not be written")
    }
  }

  private func put() throws(FileProblem) {
    switch way {
    case .into(let into):
      guard DiskWriting.write(into.bytes, to: into.descriptor) else {
        throw FileProblem(path: path, couldNot: "it could not be written")
      }
    case .beside(let beside):
      if unsafe link(beside.unfinished.path, beside.target) == 0 {
        state = .added
      } else if errno == EEXIST {
        if mustBeNew { throw FileProblem(path: path, reason: Self.isThere) }
        try replace(beside)
      } else {
        try add(beside)
      }
    }
  }

  static let isThere = "it exists already"

  /// Takes the place of a file, whose contents stay at hand.
  private func replace(_ beside: Beside) throws(FileProblem) {
    let (new, target) = (beside.unfinished.path, beside.target)
    if FolderExchange.swap(new, target) {
      guard FileStatus(new, followingLinks: false)?.kind == .file else {
        _ = FolderExchange.swap(new, target)
        throw FileProblem(path: path, reason: "it is no longer an ordinary file")
      }
      state = .exchanged
      return
    }
    guard FileStatus(target, followingLinks: false)?.kind == .file else {
      throw FileProblem(path: path, reason: "it is no longer an ordinary file")
    }
    let before = Unfinished.newPath(in: FilePlace.folder(of: target))
    let isKept = unsafe link(target, before) == 0
    guard unsafe rename(new, target) == 0 else {
      let reason = FileProblem.systemReason()
      if isKept { unsafe unlink(before) }
      throw FileProblem(path: path, reason: reason)
    }
    state = .replaced(before: isKept ? before : nil)
  }

  /// Takes a free place where a file cannot have two names: it is taken by an empty file first, so that what
  /// somebody else makes there is never replaced.
  private func add(_ beside: Beside) throws(FileProblem) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(beside.target, flags, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST, !mustBeNew { return try replace(beside) }
      throw errno == EEXIST
        ? FileProblem(path: path, reason: Self.isThere)
        : FileProblem(path: path, couldNot: "it could not be written")
    }
    close(descriptor)
    guard unsafe rename(beside.unfinished.path, beside.target) == 0 else {
      let reason = FileProblem.systemReason()
      unsafe unlink(beside.target)
      throw FileProblem(path: path, reason: reason)
    }
    state = .added
  }

  /// Makes its place what it was.
  private func takeBack() {
    guard case .beside(let beside) = way else { return }
    switch state {
    case .unfinished: break
    case .exchanged: _ = FolderExchange.swap(beside.unfinished.path, beside.target)
    case .replaced(let before):
      if let before { unsafe rename(before, beside.target) }
    case .added: unsafe unlink(beside.target)
    }
    state = .unfinished
  }

  /// Removes every other name, and has the folder remember it.
  private func finish() {
    guard case .beside(let beside) = way else { return }
    unsafe unlink(beside.unfinished.path)
    if case .replaced(let before?) = state { unsafe unlink(before) }
    DiskWriting.settleFolder(FilePlace.folder(of: beside.target))
  }

  /// After `commit` there is nothing of that name.
  deinit {
    if case .beside(let beside) = way { unsafe unlink(beside.unfinished.path) }
  }
}
