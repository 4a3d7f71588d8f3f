import Foundation
import Reports

/// A folder of results that is replaced whole: whoever is interrupted when, it holds the old or the new.
///
/// Everything is written to a folder beside it first. Where the old folder holds nothing but results, the
/// two change places in one step; where somebody keeps other things there, or works in it, only the files
/// are renamed, the manifest last. Results of an earlier run that this one does not have are removed.
struct ResultFolder {
  let path: String

  /// A folder by its path; a link to one is followed.
  init(_ path: String) {
    self.path = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// The last line of an answer: the files that were left, and where, as the planner wrote it.
  static func closing(_ names: [String], in folder: String) -> String {
    "Files in \(folder): \(names.joined(separator: ", "))."
  }

  /// Makes the folders around it, and finds out whether results can be written before they are computed.
  func prepare() throws(FileProblem) {
    let target = URL(fileURLWithPath: path)
    if FileManager.default.fileExists(atPath: path), !isFolder(target) {
      throw FileProblem(path: path, reason: "it is not a folder")
    }
    try make(target.deletingLastPathComponent())
    let trial = unfinished
    try make(trial)
    try? FileManager.default.removeItem(at: trial)
  }

  /// Replaces the results in it; who asks the process to end meanwhile asks in vain.
  func replace(with files: [OutputFile]) throws(FileProblem) {
    let signals = [SIGINT, SIGTERM]
    let before = signals.map { signal($0, SIG_IGN) }
    defer { for (number, handler) in zip(signals, before) { signal(number, handler) } }
    let target = URL(fileURLWithPath: path)
    try make(target.deletingLastPathComponent())
    removeLeftovers(beside: target)
    let unfinished = self.unfinished
    try make(unfinished)
    defer { try? FileManager.default.removeItem(at: unfinished) }
    for file in files { try write(file, in: unfinished) }
    if unsafe rename(unfinished.path, path) == 0 { return }
    let reason = unsafe String(cString: strerror(errno))
    guard isFolder(target) else { throw FileProblem(path: path, reason: reason) }
    let stale = earlierResults(in: target).subtracting(files.map(\.name))
    if holdsOnly(stale.union(files.map(\.name)), target), FolderExchange.swap(unfinished.path, path)
    {
      return
    }
    for file in files {
      let (from, to) = (unfinished.path + "/" + file.name, path + "/" + file.name)
      guard unsafe rename(from, to) == 0 else { throw problem(to) }
    }
    for name in stale {
      try? FileManager.default.removeItem(at: target.appendingPathComponent(name))
    }
  }

  /// The files that the manifest there says are results, which would contradict newer ones beside them.
  private func earlierResults(in folder: URL) -> Set<String> {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent("manifest.json")),
      let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let files = manifest["files"] as? [[String: Any]]
    else { return [] }
    return Set(files.compactMap { $0["name"] as? String }.filter { !$0.contains("/") })
  }

  private var unfinished: URL {
    let target = URL(fileURLWithPath: path)
    return target.deletingLastPathComponent()
      .appendingPathComponent(Self.unfinishedName(target.lastPathComponent, getpid()))
  }

  static func unfinishedName(_ name: String, _ process: Int32) -> String {
    ".\(name).\(process).unfinished"
  }

  private func write(_ file: OutputFile, in folder: URL) throws(FileProblem) {
    let whole = try AtomicFile(folder.appendingPathComponent(file.name).path)
    try whole.append(file.bytes)
    try whole.commit()
  }

  private func make(_ folder: URL) throws(FileProblem) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw FileProblem(
        path: folder.path, reason: "the folder could not be made: \(error.localizedDescription)")
    }
  }

  private func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
  }

  /// Whether the folder may change its identity: nothing else is in it, and we do not stand in it.
  private func holdsOnly(_ results: Set<String>, _ folder: URL) -> Bool {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
      .resolvingSymlinksInPath().path
    guard here != path, !here.hasPrefix(path + "/"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else { return false }
    return Set(names).isSubset(of: results)
  }

  /// Removes what processes that were killed left unfinished.
  private func removeLeftovers(beside target: URL) {
    let parent = target.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    let (start, end) = (".\(target.lastPathComponent).", ".unfinished")
    for name in names where name.hasPrefix(start) && name.hasSuffix(end) {
      guard let process = Int32(name.dropFirst(start.count).dropLast(end.count)),
        process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
      else { continue }
      try? FileManager.default.removeItem(at: parent.appendingPathComponent(name))
    }
  }

  private func problem(_ path: String) -> FileProblem {
    FileProblem(path: path, reason: unsafe String(cString: strerror(errno)))
  }
}
