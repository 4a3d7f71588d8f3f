import Foundation
import ExperimentReports
import Reports
import Takeaways

/// Names of all the files that a command may leave in its folder, known before it has computed anything.
enum ResultNames {
  /// What there is to open.
  private static let takeaway = ["report.html", "report.xlsx", "notebook.ipynb"]

  static let run =
    takeaway + [
      "headline.csv", "plans.csv", "comparison.csv", "dots.csv", "why.csv", "daily.csv",
      "funnel.csv", "segments.csv", "channels.csv", "cohorts.csv", "ledger.csv", "offers.csv",
      "assumptions.csv", "replications.csv", "manifest.json",
    ]

  static let sweep = takeaway + ["sweep.csv", "assumptions.csv", "manifest.json"]

  static let fit =
    takeaway + ["models.csv", "holdout.csv", "frequencies.csv", "weeks.csv", "manifest.json"]

  static let rehearsal =
    takeaway + [
      "arms.csv", "estimates.csv", "looks.csv", "power.csv", "rehearsals.csv", "assumptions.csv",
      "manifest.json",
    ]

  static let analysis =
    takeaway + [
      "effects.csv", "arms.csv", "segments.csv", "segment-tests.csv", "joint.csv", "daily.csv",
      "clusters.csv", "interference.csv", "not-estimable.csv", "manifest.json",
    ]

  static let power = takeaway + ["power-by-size.csv", "effect-by-duration.csv", "manifest.json"]
}

extension ResultFolder {
  /// What the results of a file are called: its name without its ending, if that can name a folder.
  static func name(for file: String, else usual: String) -> String {
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    return ["", ".", "..", "/"].contains(name) ? usual : name
  }

  /// Checks, and makes the folders around it.
  func prepare(for names: [String], reading inputs: [String]) throws(CommandFailure) {
    try check(names, reading: inputs)
    try onDisk { () throws(FileProblem) in try prepare() }
  }

  /// Finds out, before anything is computed, whether results may be put there: nothing that is there forbids
  /// it, and no file that is read would be replaced or removed by them.
  ///
  /// - Parameters:
  ///   - names: All that the results may be called.
  ///   - inputs: Paths of what is read.
  /// - Throws: `CommandFailure` with what stands in the way.
  func check(_ names: [String], reading inputs: [String]) throws(CommandFailure) {
    try onDisk { () throws(FileProblem) in try check(names) }
    let replaced = Set(names).union(earlierResults).sorted()
    for input in inputs {
      guard let read = FileIdentity.ofInput(input),
        let name = replaced.first(where: { FileIdentity("\(path)/\($0)") == read })
      else { continue }
      throw CommandFailure(
        "\(input): it is read, and the results in \(shown) would replace or remove \(name),"
          + " which is the same file; name another folder with --output")
    }
  }
}
