import Foundation
import Market
import Reports

/// What `flywheel fit` was asked to do, resolved from its arguments.
struct FitJob {
  var log: String
  var columns: LogColumns
  var unit: RateUnit
  var until: CalendarDate?
  var currency: Currency?
  /// Units to forecast; nil for the time after `until`, or a year without it.
  var horizon: Double?
  /// Where a scenario fragment goes.
  var fragment: String?
  /// Where a row per customer goes.
  var base: String?

  /// Reads, fits and writes the files asked for.
  ///
  /// - Throws: `CommandFailure` where the input cannot be used; then no file has been written.
  func run() throws(CommandFailure) -> CalibrationResult {
    let (calibration, rows) = try calibrate()
    let result = CalibrationResult(
      log: log, rows: rows, calibration: calibration, currency: currency,
      horizon: horizon ?? usualHorizon(calibration), fragment: fragment, base: base)
    try write(result)
    return result
  }

  private func calibrate() throws(CommandFailure) -> (Calibration, RowCounts) {
    let currency = currency ?? Currency(code: "")
    var reader = LogReader(columns: columns, currency: currency, until: until)
    do {
      let file = try ByteFile(log)
      var progress = ReadingProgress(log, size: file.size)
      defer { progress.finish() }
      while let piece = try file.next(), !piece.isEmpty {
        try reader.feed(piece)
        progress.report(piece.count)
      }
      let summary = try reader.finish()
      return (Calibration(summary, unit: unit, currency: currency), reader.rows)
    } catch let problem as FileProblem {
      throw CommandFailure("\(problem)")
    } catch {
      throw CommandFailure("\(log): \(error)")
    }
  }

  private func usualHorizon(_ calibration: Calibration) -> Double {
    guard let holdout = calibration.holdout else { return unit.perYear }
    return Double(holdout.days) / unit.days
  }

  /// Writes both files before either is put in its place.
  private func write(_ result: CalibrationResult) throws(CommandFailure) {
    let text = try fragment.map { path throws(CommandFailure) in try fragmentText(result, path) }
    var baseFile: AtomicFile?
    var fragmentFile: AtomicFile?
    do throws(FileProblem) {
      if let fragment, let text {
        fragmentFile = try AtomicFile(fragment)
        try fragmentFile?.append(Array(text.utf8))
      }
      if let base {
        baseFile = try AtomicFile(base)
        try CustomerTable(result).write { (bytes) throws(FileProblem) in
          try baseFile?.append(bytes)
        }
      }
      try baseFile.take()?.commit()
      try fragmentFile.take()?.commit()
    } catch {
      throw CommandFailure("\(error)", .disk)
    }
  }

  private func fragmentText(
    _ result: CalibrationResult, _ path: String
  ) throws(CommandFailure) -> String {
    do {
      return try ScenarioFragment(result, base: base.map { Self.relative($0, to: path) }).text()
    } catch {
      throw CommandFailure("\(path): it was not written, because \(error)")
    }
  }

  /// A path as seen from another file's folder, if it lies within; else in full.
  private static func relative(_ path: String, to file: String) -> String {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().standardizedFileURL.path
    let full = URL(fileURLWithPath: path).standardizedFileURL.path
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return full.hasPrefix(prefix) ? String(full.dropFirst(prefix.count)) : full
  }
}
