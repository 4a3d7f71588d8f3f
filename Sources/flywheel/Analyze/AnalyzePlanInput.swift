import Experiments
import Foundation
import Reports

/// A plan of an analysis read from disk.
struct AnalyzePlanInput {
  let plan: AnalysisPlan
  let data: String
  let source: Provenance.Source

  /// - Parameters:
  ///   - file: The plan's file.
  ///   - data: The data, where it was said on the command line.
  init(_ file: String, data: String?) throws(CommandFailure) {
    throw CommandFailure("\(file): plan files come later")
  }
}
