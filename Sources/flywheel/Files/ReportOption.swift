import ArgumentParser

/// Whether a page to look at is left beside the tables.
struct ReportOption: ParsableArguments {
  @Flag(name: .customLong("no-report"), help: "Leave the CSV files alone, without report.html.")
  var isLeftOut = false

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
