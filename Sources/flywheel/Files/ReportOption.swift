import ArgumentParser
import Foundation

/// Whether a page to look at is left beside the tables.
struct ReportOption: ParsableArguments {
  @Flag(
    name: .customLong("no-report"),
    help: "Leave the CSV files alone, without page, workbook and notebook to open.")
  var isLeftOut = false

  /// What was said on the command line, for whoever wants the same again: without what changes no figure, and with
  /// files by their names alone.
  static func said(
    _ command: String, files: [String], _ arguments: [String] = CommandLine.arguments
  ) -> [String] {
    func name(_ word: String) -> String {
      files.contains(word) ? URL(fileURLWithPath: word).lastPathComponent : word
    }
    guard arguments.count > 1, arguments[1] == command else {
      return ["flywheel", command] + files.map(name)
    }
    var words = ["flywheel", command]
    var rest = arguments.dropFirst(2)
    while let word = rest.popFirst() {
      if ["--json", "--quiet", "--more"].contains(word) { continue }
      if ["--output", "--threads"].contains(word) {
        _ = rest.popFirst()
      } else if !word.hasPrefix("--output="), !word.hasPrefix("--threads=") {
        words.append(name(word))
      }
    }
    return words
  }

  /// The command that gives a result again, where a report is wanted.
  ///
  /// - Parameter words: The command and what was said, one by one.
  /// - Returns: A line for a shell; nil where no report is wanted.
  func command(_ words: [String]) -> String? {
    guard !isLeftOut else { return nil }
    return words.map { word in
      let isPlain =
        !word.isEmpty
        && word.allSatisfy {
          $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:=,%".contains($0))
        }
      return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }.joined(separator: " ")
  }
}
