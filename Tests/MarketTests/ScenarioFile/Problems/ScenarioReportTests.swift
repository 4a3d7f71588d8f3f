import Market
import Testing

@Suite struct ScenarioReportTests {
  @Test func problemsComeInTheOrderOfTheFile() {
    let report = ScenarioReport([
      ScenarioProblem(file: "base.csv", line: 1, reason: "d"),
      ScenarioProblem(line: 3, column: 7, reason: "c"),
      ScenarioProblem(severity: .warning, line: 3, column: 2, reason: "b"),
      ScenarioProblem(line: 1, column: 9, reason: "a"),
    ])
    #expect(report.problems.map(\.reason) == ["a", "b", "c", "d"])
    #expect(report.errors.count == 3)
    #expect(report.warnings.count == 1)
  }

  @Test func linesBreakOutsideOfWhatIsToBeTyped() {
    let rule = String(repeating: "word ", count: 18) + "`300 CNY per day`."
    let report = ScenarioReport([
      ScenarioProblem(line: 2, column: 1, path: "channels.flyers.budget", value: "x", rule: rule)
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
