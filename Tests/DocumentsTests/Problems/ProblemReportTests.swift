import Documents
import Testing

@Suite struct ProblemReportTests {
  @Test func problemsComeInTheOrderOfTheFile() {
    let report = ProblemReport([
      DocumentProblem(file: "base.csv", line: 1, reason: "d"),
      DocumentProblem(line: 3, column: 7, reason: "c"),
      DocumentProblem(severity: .warning, line: 3, column: 2, reason: "b"),
      DocumentProblem(line: 1, column: 9, reason: "a"),
    ])
    #expect(report.problems.map(\.reason) == ["a", "b", "c", "d"])
    #expect(report.errors.count == 3)
    #expect(report.warnings.count == 1)
  }

  @Test func linesBreakOutsideOfWhatIsToBeTyped() {
    let rule = String(repeating: "word ", count: 18) + "`300 CNY per day`."
    let report = ProblemReport([
      DocumentProblem(line: 2, column: 1, path: "channels.flyers.budget", value: "x", rule: rule)
    ])
    let words = Array(repeating: "word", count: 18).joined(separator: " ")
    #expect(
      report.text(file: "s.yaml") == """
        s.yaml: 1 error

        error: line 2, column 1, channels.flyers.budget: "x"
          \(words)
          `300 CNY per day`.

        """)
  }
}
