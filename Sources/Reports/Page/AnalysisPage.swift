import Charts
import Documents
import Experiments

extension AnalysisResult {
  /// The report to open, keep and forward.
  ///
  /// - Parameters:
  ///   - source: What was analysed.
  ///   - command: What gives it again.
  /// - Returns: The file.
  func report(_ source: AnalysisSource, command: String) -> OutputFile {
    let answer = AnalysisAnswer(self)
    let tables = AnalysisTables(self)
    func table(_ question: String, _ table: Table) -> Page.Section? {
      table.rows.isEmpty ? nil : Page.Section(question, [], body: Page.table(table))
    }
    let pictures = forests.map { metric, chart -> Page.Section? in
      Page.Section("What did it do to \(metric)?", [], chart)
    }
    let sections: [Page.Section?] =
      pictures + [
        table("All effects", tables.effectsShown), table("Chances", tables.chancesShown),
        segments.isEmpty ? nil : table("By segment", tables.segmentsShown),
        table("The arms", tables.arms),
        Page.Section("How, and what to mind", answer.basis, body: ""),
        .again(
          command, "Flywheel \(source.version), \(source.data), SHA-256 \(source.sha256)"),
      ]
    return Page(
      kicker: "\(source.data) · \(Readable.counted(arms.count, "arm")) ·"
        + " \(Readable.counted(counts.used, "row"))",
      sentences: answer.sentences, facts: [], sections: sections.compactMap(\.self)
    ).file
  }
}
