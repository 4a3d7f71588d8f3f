import Foundation
import Reports

/// The page on which several scenarios' answers are written, with links to their files.
struct AnswersFile {
  private let path: String
  private let options: [String]

  /// - Parameters:
  ///   - path: Where it goes.
  ///   - options: What was said on the command line that changes figures.
  init(_ path: String, options: [String]) { (self.path, self.options) = (path, options) }

  /// Finds out, before anything is played, whether it may be written: its folder takes files, and it is nothing that
  /// is read.
  func check(reading inputs: [String]) throws(CommandFailure) {
    for input in inputs {
      guard let read = FileIdentity.ofInput(input), read == FileIdentity(path) else { continue }
      throw CommandFailure(
        "\(input): it is read, and the answers would replace it; name another file with --answers")
    }
    try onDisk { () throws(FileProblem) in _ = try AtomicFile(path) }
  }

  /// Writes the page.
  func write(_ scenarios: [AnsweredScenario]) throws(FileProblem) {
    let page = AnswersPage(scenarios, options: options) { RelativePath.path(to: $0, from: path) }
    let file = try AtomicFile(path)
    try file.append(Array(page.text.utf8))
    try file.commit()
  }
}
