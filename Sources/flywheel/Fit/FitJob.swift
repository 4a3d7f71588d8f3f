import Documents
import Foundation
import Market
import ExperimentReports
import Reports
import Takeaways

/// What `flywheel fit` was asked to do, resolved from its arguments.
struct FitJob {
  var log: String
  var columns: LogColumns
  var unit: RateUnit
  var until: CalendarDate?
  var currency: Currency?
  /// Units to forecast; nil for the time after `until`, or a year without it.
  var horizon: Double?
  /// The law of purchases to follow; nil for the likeliest one.
  var law: PurchaseLaw?
  /// What an opportunity is, where BG/BB is to be followed.
  var opportunity: Opportunity?
  /// Share of an order that is margin, for CLV.
  var margin: Double
  /// Of CLV, such as 0.1 for 10% a year.
  var yearlyDiscount: Double
  /// Where a scenario fragment goes.
  var fragment: String?
  /// Where a row per customer goes.
  var base: String?
  var reading: ReadingOptions
  /// Where its report goes; nil where none is wanted.
  var takeaway: Takeaway?

  struct Takeaway {
    let folder: String
    /// What gives the result again.
    let command: String
  }

  /// Reads, fits and writes the files asked for.
  ///
  /// - Returns: What the log came to, and why there is no fragment where there are only customers to write.
  /// - Throws: `CommandFailure` where the input cannot be used; then no file has been written.
  func run() throws(CommandFailure) -> (result: CalibrationResult, unwritten: CommandFailure?) {
    for path in [fragment, base] {
      guard let path else { continue }
      try onDisk { () throws(FileProblem) in try AtomicFile.check(path) }
    }
    if let takeaway {
      try ResultFolder(takeaway.folder).prepare(for: ResultNames.fit, reading: [log])
    }
    let (calibration, rows) = try calibrate()
    var result = CalibrationResult(
      log: log, rows: rows, calibration: calibration, currency: currency,
      horizon: horizon ?? usualHorizon(calibration), margin: margin,
      yearlyDiscount: yearlyDiscount, fragment: fragment, base: base)
    var text: String?
    var unwritten: CommandFailure?
    if let fragment {
      do {
        let base = base.map { Self.relative($0, to: fragment) }
        text = try ScenarioFragment(result, base: base).text()
      } catch {
        let failure = CommandFailure("\(fragment): it was not written, because \(error)")
        // Without a law the table of customers would lack what it is for, too.
        if case .purchases = error { throw failure }
        unwritten = failure
        result.fragment = nil
      }
    }
    try write(result, fragment: text)
    if result.calibration.isAnswer { try leave(result) }
    return (result, unwritten)
  }

  /// Leaves the report and its tables in their folder.
  private func leave(_ result: CalibrationResult) throws(CommandFailure) {
    guard let takeaway else { return }
    let files: [OutputFile]
    do {
      files = try result.files(version: Version.number, command: takeaway.command)
    } catch {
      throw CommandFailure("\(log): a figure is not a number that JSON can hold")
    }
    try onDisk { () throws(FileProblem) in
      try ResultFolder(takeaway.folder).replace(with: files)
    }
    let lacking = ResultFolder.lacking(files.map(\.name))
    if !lacking.isEmpty { Terminal.note("\(lacking.dropFirst())\n") }
  }

  private func calibrate() throws(CommandFailure) -> (Calibration, RowCounts) {
    let currency = currency ?? Currency(code: "")
    let read: (summary: PurchaseSummary, rows: RowCounts)
    var hint = ""
    do {
      let (file, options) = try reading.open(log)
      hint = file.hint
      var table = TableFile(file, options, columns: columns.table)
      read = try table.readNow { form, pieces in
        var reader = LogReader(columns: columns, currency: currency, until: until, form: form)
        var progress = ReadingProgress(log, size: file.size)
        defer { progress.finish() }
        while let piece = try pieces.next() {
          try reader.feed(piece)
          progress.report(piece.count)
        }
        return (try reader.finish(), reader.rows)
      }.0
    } catch let problem as FileProblem {
      throw CommandFailure("\(problem)")
    } catch {
      throw CommandFailure("\(log): \(error)\(hint)")
    }
    try read.rows.loss.check(
      log, read.rows.lossReasons, read.rows.lostRows.differences(self.currency),
      isAllowed: reading.allowLoss)
    return (
      Calibration(
        read.summary, unit: unit, currency: currency, law: law, opportunity: opportunity),
      read.rows
    )
  }

  private func usualHorizon(_ calibration: Calibration) -> Double {
    guard let holdout = calibration.holdout else { return unit.perYear }
    return Double(holdout.days) / unit.days
  }

  /// Writes both files before either is put in its place.
  private func write(_ result: CalibrationResult, fragment text: String?) throws(CommandFailure) {
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
      // The scenario refers to the table.
      try AtomicFile.commit([baseFile, fragmentFile].compactMap { $0 })
    } catch {
      throw CommandFailure("\(error)", .disk)
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
