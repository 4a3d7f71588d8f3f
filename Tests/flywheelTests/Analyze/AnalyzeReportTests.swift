import ArgumentParser
import Foundation
import Testing

@testable import flywheel

/// The page that `flywheel analyze` leaves.
final class AnalyzeReportTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  deinit { folder.remove() }

  private func page(_ arguments: [String], arms: (String, String) = ("A", "B")) async throws
    -> String?
  {
    let file = folder.path("data.csv")
    let rows = (0..<400).map { row in
      "\(row % 2 == 0 ? arms.0 : arms.1),\(row * 37 % 11 + row % 2 * 4),\(row * 53 % 3 == 0 ? 1 : 0)\n"
    }
    try Data(("arm,revenue,bought\n" + rows.joined()).utf8).write(to: URL(fileURLWithPath: file))
    let outcome = try await AnalyzeCommand.parse(
      [
        file, "--arm", "arm", "--metric", "revenue", "bought:proportion", "--output",
        folder.path("out"),
      ]
        + arguments
    ).outcome()
    #expect(outcome.failure == nil)
    return try? String(contentsOfFile: folder.path("out/report.html"), encoding: .utf8)
  }

  @Test func theAnswerComesFirstAndEveryMetricHasAPicture() async throws {
    let page = try #require(try await page([]))
    // The first sentence is that of the terminal: B's revenue is higher by some 4.
    #expect(page.contains("<h1>revenue is "))
    #expect(page.contains(" higher with “B” than with “A”"))
    #expect(page.contains("What did it do to revenue?"))
    #expect(page.contains("What did it do to bought?"))
    // And one of who is in which arm.
    #expect(page.matches(of: /<figure>/).count == 3)
    // Nothing of this machine stands in it.
    #expect(!page.contains(folder.path("")))
    #expect(page.contains("<pre>flywheel analyze"))
  }

  @Test func namesAreNoMarkup() async throws {
    let page = try #require(try await page([], arms: ("<b>", "<script>alert(1)</script>")))
    #expect(!page.contains("<script") && !page.contains("<b>"))
  }

  @Test func itCanBeLeftOut() async throws {
    #expect(try await page(["--no-report"]) == nil)
  }

  @Test func whatWasSaidIsSaidAgain() {
    let words = ReportOption.said(
      "analyze", files: ["/somewhere/data.csv"],
      [
        "/bin/flywheel", "analyze", "/somewhere/data.csv", "--arm", "arm", "--threads", "2",
        "--json",
        "--output=out", "--metric", "p50(a b)", "--output", "out",
      ])
    #expect(
      words == ["flywheel", "analyze", "data.csv", "--arm", "arm", "--metric", "p50(a b)"])
    let option = try? ReportOption.parse([])
    #expect(
      option?.command(words) == "flywheel analyze data.csv --arm arm --metric 'p50(a b)'")
  }
}
