import Analyses
import Documents
import Experiments
import Foundation
import Market
import Planning
import ExperimentReports
import Reports
import Takeaways

/// A plan of an analysis read from disk.
struct AnalyzePlanInput {
  let plan: AnalysisPlan
  /// The path of the data.
  let data: String
  let source: Provenance.Source

  /// - Parameters:
  ///   - file: The plan's file.
  ///   - data: The data, where it was said on the command line.
  /// - Throws: Everything that is wrong with the plan.
  init(_ file: String, data: String?) throws(CommandFailure) {
    let url = URL(fileURLWithPath: file)
    let bytes: [UInt8]
    do {
      bytes = try DocumentBytes.read(file)
    } catch {
      throw CommandFailure("\(file): \(error.reason)")
    }
    let written: AnalysisFile
    do {
      written = try AnalysisFile(bytes: bytes)
    } catch {
      throw CommandFailure(String(error.text(file: file).dropLast()))
    }
    let beside = written.data.map { name in
      name.hasPrefix("/")
        ? name : url.deletingLastPathComponent().appending(path: name).relativePath
    }
    guard let data = data ?? beside else {
      throw CommandFailure("\(file): it names no data (key data), and neither does the command")
    }
    plan = written.plan
    self.data = data
    source = Provenance.Source(file: url.lastPathComponent, bytes: bytes)
  }
}
