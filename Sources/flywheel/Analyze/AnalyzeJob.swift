import Analyses
import Documents
import Experiments
import Foundation
import ExperimentReports
import Reports
import Takeaways

/// What `flywheel analyze` was asked to do, resolved from its arguments.
struct AnalyzeJob {
  let data: String
  let plan: AnalysisPlan
  /// The plan's file.
  let source: Provenance.Source?
  /// The folder asked for.
  let output: String?
  /// All the files that are read.
  let inputs: [String]
  /// What results are called where no folder is asked for.
  let name: String
  let threads: Int
  let reading: ReadingOptions
  /// What gives the result again, for its report; nil where none is wanted.
  let command: String?

  /// A result whose files are in their place.
  struct Finished {
    let result: AnalysisResult
    let source: AnalysisSource
    let folder: String
    /// None where no effect could be computed.
    let files: [String]

    var closing: [String] {
      files.isEmpty ? [] : [ResultFolder.closing(files, in: folder)]
    }

    func document() throws(CommandFailure) -> String {
      do {
        return try result.document(source, folder: folder, files: files)
      } catch {
        throw CommandFailure("\(source.data): a figure is not a number that JSON can hold")
      }
    }
  }

  /// Reads, analyses and leaves the files.
  ///
  /// - Throws: `CommandFailure` where the input cannot be used; then no file has been written.
  func run() async throws(CommandFailure) -> Finished {
    let folder = output ?? "notebooks-out/\(name)"
    try ResultFolder(folder).check(ResultNames.analysis, reading: inputs)
    let (units, counts, read) = try await read()
    try counts.loss.check(
      data, counts.reasons, counts.lost.differences, isAllowed: reading.allowLoss)
    let result: AnalysisResult
    do {
      result = try await Analysis(plan).run(units, counts: counts, threads: threads)
    } catch {
      throw CommandFailure("\(data): \(error)")
    }
    let source = AnalysisSource(
      version: Version.number, data: URL(fileURLWithPath: data).lastPathComponent,
      bytes: read.bytes, sha256: read.sha256, plan: source)
    guard result.isAnswer else {
      return Finished(result: result, source: source, folder: folder, files: [])
    }
    let files: [OutputFile]
    do {
      files = try result.files(source, command: command)
    } catch {
      throw CommandFailure("\(data): a figure is not a number that JSON can hold")
    }
    try onDisk { () throws(FileProblem) in try ResultFolder(folder).replace(with: files) }
    return Finished(result: result, source: source, folder: folder, files: files.map(\.name))
  }

  private func read() async throws(CommandFailure) -> (
    UnitTable, UnitCounts, TableInput.Original
  ) {
    var hint = ""
    do {
      let (file, options) = try reading.open(data)
      hint = file.hint
      var table = TableFile(file, options, columns: plan.columns.table)
      return try await table.read { form, pieces in
        let digest = DigestBeside()
        var reader = UnitReader(plan.columns, form, expectedBytes: file.size)
        var progress = ReadingProgress(data, size: file.size)
        defer { progress.finish() }
        var bytes = 0
        if file.workbook == nil {
          pieces.onBytes = { piece in
            bytes += piece.count
            digest.update(piece)
          }
        }
        while let piece = try pieces.next() {
          try await reader.feed(piece, threads: threads)
          progress.report(piece.count)
        }
        let units = try reader.finish()
        let original =
          file.workbook ?? TableInput.Original(bytes: bytes, sha256: digest.hex())
        return (units, reader.counts, original)
      }.0
    } catch let problem as FileProblem {
      throw CommandFailure("\(problem)")
    } catch {
      throw CommandFailure("\(data): \(error)\(hint)")
    }
  }

  /// A file's name without its ending.
  static func stem(_ file: String) -> String {
    file == "-"
      ? "experiment" : ResultFolder.name(for: file, else: "experiment")
  }
}
