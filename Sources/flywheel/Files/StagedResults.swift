import Foundation
import ExperimentReports
import Reports
import Takeaways

/// New results, whole and on the disk, in a folder of their own that may take the place of the old one.
///
/// A note beside them says whose they are and which names are results, so that whoever finds what a killed
/// run left can tell them from what somebody else keeps there.
struct StagedResults {
  private let unfinished: Unfinished

  /// Where the new results are; once they have changed places, where the old ones are.
  var folder: String { Self.folder(in: unfinished) }

  private static func folder(in unfinished: Unfinished) -> String { unfinished.path + "/results" }

  private struct Note: Codable {
    /// The name of the folder that is replaced; nil where only its files are.
    let folder: String?
    /// Which folder held the new results; it is elsewhere once they are in their place.
    let number: UInt64
    let results: [String]

    static func path(in unfinished: Unfinished) -> String { unfinished.path + "/note.json" }

    init(folder: String?, number: UInt64, results: Set<String>) {
      (self.folder, self.number, self.results) = (folder, number, results.sorted())
    }

    init?(in unfinished: Unfinished) {
      guard
        let data = try? Data(contentsOf: URL(fileURLWithPath: Self.path(in: unfinished))),
        let note = try? JSONDecoder().decode(Note.self, from: data)
      else { return nil }
      self = note
    }
  }

  /// Writes results.
  ///
  /// - Parameters:
  ///   - files: What to write.
  ///   - place: The folder to make them in; nil where it is closed to us.
  ///   - target: The folder they are for.
  ///   - results: Every name that is a result, old or new.
  /// - Throws: `FileProblem` where the disk refuses one; then nothing is left.
  init?(
    _ files: [OutputFile], in place: String, for target: String, results: Set<String>
  ) throws(FileProblem) {
    guard let unfinished = Unfinished.folder(in: place) else { return nil }
    self.unfinished = unfinished
    do throws(FileProblem) {
      try make(files, for: target, results, isBeside: place != target)
    } catch {
      discard()
      throw error
    }
  }

  private func make(
    _ files: [OutputFile], for target: String, _ results: Set<String>, isBeside: Bool
  ) throws(FileProblem) {
    guard unsafe mkdir(folder, 0o700) == 0, let status = FileStatus(folder) else {
      throw FileProblem(path: target, couldNot: "the results could not be written")
    }
    for file in files { try write(file, for: target) }
    let note = Note(
      folder: isBeside ? FilePlace.name(of: target) : nil, number: status.number,
      results: results)
    let bytes = (try? JSONEncoder().encode(note)).map { Array($0) } ?? []
    try Self.write(bytes, to: Note.path(in: unfinished), as: target, like: nil)
    DiskWriting.settleFolder(folder)
  }

  private func write(_ file: OutputFile, for target: String) throws(FileProblem) {
    let place = "\(target)/\(file.name)"
    try Self.write(
      file.bytes, to: "\(folder)/\(file.name)", as: place,
      like: FileStatus(place, followingLinks: false))
  }

  private static func write(
    _ bytes: [UInt8], to path: String, as shown: String, like before: FileStatus?
  ) throws(FileProblem) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else {
      throw FileProblem(path: shown, couldNot: "it could not be written")
    }
    defer { close(descriptor) }
    FileStatus.lend(before, to: descriptor)
    guard DiskWriting.write(bytes, to: descriptor), DiskWriting.settle(descriptor) else {
      throw FileProblem(path: shown, couldNot: "it could not be written")
    }
  }

  /// Has the new results, and all else that is kept with the old ones, change places with these.
  ///
  /// Before they do, everything else in the old folder gets a second name in the new one, so that at no
  /// moment it is missing. Its folders are their old selves again right after.
  ///
  /// - Returns: Whether they did; else all is as it was, and `discard` removes the new results.
  func exchange(with target: String, results: Set<String>) -> Bool {
    var room = Self.mostDoubles
    guard let old = FileStatus(target),
      FolderTree.double(target, in: folder, except: results, room: &room),
      FolderTree.liken(folder, to: old), FolderExchange.swap(folder, target)
    else { return false }
    DiskWriting.settleFolder(FilePlace.folder(of: target))
    Self.finish(unfinished, target, results)
    return true
  }

  /// Beyond, giving second names takes longer than it is worth.
  private static let mostDoubles = 10_000

  /// Takes a free place.
  func move(to target: String) -> Bool {
    _ = unsafe chmod(folder, 0o777 & ~FileStatus.mask)
    // An empty folder somebody else has just made may be replaced.
    guard unsafe rename(folder, target) == 0 else { return false }
    DiskWriting.settleFolder(FilePlace.folder(of: target))
    discard()
    return true
  }

  /// Removes results that were not put in their place; what else has a name there has another.
  func discard() { FolderTree.remove(unfinished.path) }

  /// Removes the old results and gives back what else was with them; if that cannot be done it stays for the
  /// next run to try.
  private static func finish(_ unfinished: Unfinished, _ target: String, _ results: Set<String>) {
    let old = folder(in: unfinished)
    for name in FolderTree.names(in: old) ?? [] {
      let (from, to) = ("\(old)/\(name)", "\(target)/\(name)")
      switch FileStatus(from, followingLinks: false)?.kind {
      case .folder:
        // The second one, made of second names, goes; programs may be at work in the first.
        if FileStatus(to, followingLinks: false)?.kind == .folder {
          _ = FolderExchange.swap(from, to)
        }
      case nil: break
      default: if results.contains(name) { unsafe unlink(from) }
      }
    }
    guard FolderTree.merge(old, into: target) else { return }
    FolderTree.remove(unfinished.path)
  }

  /// Puts right what killed runs left beside and in a folder of results.
  ///
  /// - Returns: Names of results that a run was killed between putting in their places.
  static func recover(_ target: String) -> Set<String> {
    var results: Set<String> = []
    for place in [FilePlace.folder(of: target), target] {
      Unfinished.sweep(place) { found, kind in
        guard kind == .folder else {
          unsafe unlink(found.path)
          return
        }
        guard let note = Note(in: found) else {
          FolderTree.remove(found.path)
          return
        }
        guard let name = note.folder else {
          results.formUnion(note.results)
          FolderTree.remove(found.path)
          return
        }
        guard let inside = FileStatus(folder(in: found)), inside.number != note.number else {
          FolderTree.remove(found.path)
          return
        }
        let replaced = "\(place)/\(name)"
        guard FileStatus(replaced, followingLinks: false)?.kind == .folder else { return }
        finish(found, replaced, Set(note.results))
      }
    }
    return results
  }
}
