import Foundation
import ExperimentReports
import Reports
import Takeaways

/// A folder of results that is replaced whole: whoever is interrupted when, it holds the old or the new.
///
/// Everything is written to a folder beside it first. What else somebody keeps in the old one gets a second
/// name there, and the two change places in one step. Results of an earlier run that this one does not have
/// go with the old folder.
///
/// A folder that must stay the one it is (we stand in it, it is the root of a disk, somebody else's, or too
/// full for second names) is filled file by file, each whole: its manifest is taken away first and the new one
/// is put there last, so that a folder with a manifest is never a mixture.
struct ResultFolder {
  /// Without links, whether it is there or not.
  let path: String
  /// As it was asked for.
  let shown: String

  /// A folder by its path; a link to one is followed.
  init(_ path: String) {
    shown = path
    self.path = FilePlace(path).path
  }

  /// The last line of an answer: the one file to open, the others that were left, and where, as the planner wrote
  /// it.
  static func closing(_ names: [String], in folder: String) -> String {
    guard let first = names.first, first.hasSuffix(".html") else {
      return "Files in \(folder): \(names.joined(separator: ", "))."
    }
    return "Open \(folder)/\(first); beside it: \(names.dropFirst().joined(separator: ", "))."
      + lacking(names)
  }

  /// What is missing of what there is to open, as a sentence after others; empty where nothing is.
  static func lacking(_ names: [String]) -> String {
    names.contains("report.html") && !names.contains("report.xlsx")
      ? " report.xlsx was left out, because no temporary file could be made for it." : ""
  }

  /// Finds out whether results can be written, before they are computed: makes the folders around it and
  /// looks at what is there under their names.
  func prepare(for names: [String] = []) throws(FileProblem) {
    try check(names)
    try make(FilePlace.folder(of: path))
    for place in [FilePlace.folder(of: path), path] {
      if let trial = Unfinished.folder(in: place) {
        FolderTree.remove(trial.path)
        return
      }
    }
    throw FileProblem(path: shown, reason: "the folder could not be made: it is closed to us")
  }

  /// Finds out whether anything that is there forbids to put results of these names there.
  func check(_ names: [String]) throws(FileProblem) {
    guard let status = FileStatus(path) else { return }
    guard status.kind == .folder else {
      throw FileProblem(path: shown, reason: "it is not a folder")
    }
    for name in names {
      let (place, told) = ("\(path)/\(name)", "\(shown)/\(name)")
      switch FileStatus(place, followingLinks: false)?.kind {
      case nil: break
      case .file:
        do throws(FileProblem) {
          try AtomicFile.checkMayBeReplaced(place)
        } catch {
          throw FileProblem(path: told, reason: error.reason)
        }
      case .folder:
        throw FileProblem(path: told, reason: "it is a folder where a file of results goes")
      case .link:
        throw FileProblem(
          path: told,
          reason: "it is a link where a file of results goes; remove it, or name another folder")
      case .terminalOrDevice, .pipe, .other:
        throw FileProblem(path: told, reason: "it is no file, and a file of results goes there")
      }
    }
  }

  /// Names of results that are there: those its manifest tells of, and the manifest.
  var earlierResults: Set<String> {
    let place = "\(path)/\(Self.manifest)"
    guard FileStatus(place, followingLinks: false)?.kind == .file,
      let data = try? Data(contentsOf: URL(fileURLWithPath: place)),
      let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let files = manifest["files"] as? [[String: Any]]
    else { return [] }
    let names = files.compactMap { $0["name"] as? String }
    return Set(names.filter { !$0.contains("/") && $0 != "." && $0 != ".." } + [Self.manifest])
  }

  private static let manifest = "manifest.json"

  /// Replaces the results in it; who asks the process to end meanwhile asks in vain.
  func replace(with files: [OutputFile]) throws(FileProblem) {
    try undisturbed { () throws(FileProblem) in
      let parent = FilePlace.folder(of: path)
      try make(parent)
      let turn = FolderTurn(parent)
      defer { turn.end() }
      let interrupted = StagedResults.recover(path)
      try check(files.map(\.name))
      // Without a manifest of its own, a result only joins what is there.
      let isWhole = files.contains { $0.name == Self.manifest }
      let earlier = isWhole ? earlierResults.union(interrupted) : []
      let results = earlier.union(files.map(\.name))
      let staged = try StagedResults(files, in: parent, for: path, results: results)
      if let staged {
        if FileStatus(path) == nil, staged.move(to: path) { return }
        if mayBeAnother, staged.exchange(with: path, results: results) { return }
        staged.discard()
      }
      try fill(with: files, results)
    }
  }

  /// Puts the files in their places one by one, the manifest last; where one cannot be, all are put back.
  private func fill(with files: [OutputFile], _ results: Set<String>) throws(FileProblem) {
    guard let staged = try StagedResults(files, in: path, for: path, results: results) else {
      throw FileProblem(path: shown, couldNot: "the results could not be written")
    }
    defer { staged.discard() }
    let before = staged.folder + "/before"
    unsafe mkdir(before, 0o700)
    let manifestFirst = results.sorted {
      ($0 == Self.manifest ? 0 : 1) < ($1 == Self.manifest ? 0 : 1)
    }
    var moved: [String] = []
    var added: [String] = []
    do throws(FileProblem) {
      for name in manifestFirst {
        let place = "\(path)/\(name)"
        guard let status = FileStatus(place, followingLinks: false), status.kind != .folder else {
          continue
        }
        // Their old selves stay in their places until the new ones are there, the manifest apart.
        let isGone = name == Self.manifest || !files.contains { $0.name == name }
        let other = "\(before)/\(name)"
        let isKept = unsafe isGone ? rename(place, other) : link(place, other)
        guard isKept == 0 || !isGone else {
          throw FileProblem(path: place, couldNot: "it is in the way")
        }
        if isKept == 0 { moved.append(name) }
      }
      for file in files.filter({ $0.name != Self.manifest })
        + files.filter({ $0.name == Self.manifest })
      {
        let place = "\(path)/\(file.name)"
        let isNew = FileStatus(place, followingLinks: false) == nil
        guard unsafe rename("\(staged.folder)/\(file.name)", place) == 0 else {
          throw FileProblem(path: place, couldNot: "it could not be written")
        }
        if isNew { added.append(file.name) }
      }
    } catch {
      for name in added { unsafe unlink("\(path)/\(name)") }
      for name in moved { unsafe rename("\(before)/\(name)", "\(path)/\(name)") }
      throw error
    }
    DiskWriting.settleFolder(path)
  }

  private func make(_ folder: String) throws(FileProblem) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FileProblem(
        path: folder, reason: "the folder could not be made: \(error.localizedDescription)")
    }
  }

  /// Whether another folder may take its place: we do not stand in it.
  private var mayBeAnother: Bool {
    let here = FilePlace(FileManager.default.currentDirectoryPath).path
    return here != path && !here.hasPrefix(path == "/" ? "/" : path + "/")
  }
}
