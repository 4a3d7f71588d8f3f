import Analyses
import Foundation
import Market
import Planning
import Documents
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

struct TermsTests {
  private func isExplained(_ title: String) -> Bool {
    if case .term = Terms.find(title) { true } else { false }
  }

  /// Titles that hold a planner's own words or a guardrail are explained by what stands around them.
  @Test func everyColumnOfARunIsExplained() async throws {
    for scenario in [
      SmallTown.scenario(), SmallTown.scenario(plans: 1), SmallTown.scenario(objective: .orders),
    ] {
      var scenario = scenario
      scenario.stopping = StoppingRule(minimum: 3, maximum: 3)
      let result = try await SmallTown.result(scenario, channels: true)
      let provenance = Provenance(
        version: "0", scenario: Provenance.Source(file: "x", bytes: []))
      var titles: [String] = []
      for file in try result.files(provenance) where file.name.hasSuffix(".csv") {
        titles += try CSVRows(file.bytes).header.map(withoutUnit)
      }
      titles += Answer(result).tables.flatMap(\.columns).map(\.title)
      let guardrails = scenario.guardrails.map { $0.words(scenario.currency) }
      for title in titles.distinct where !guardrails.contains(where: { title.hasPrefix($0) }) {
        #expect(isExplained(title), "“\(title)” has no term")
      }
    }
  }

  @Test func everyMeasureIsExplained() {
    for measure in Measure.all {
      #expect(isExplained(measure.title), "“\(measure.title)” has no term")
    }
    for part in Reason.Part.allCases {
      #expect(isExplained(part.rawValue), "“\(part.rawValue)” has no term")
    }
    for account in Account.allCases where account.figure != nil {
      #expect(isExplained(account.title), "“\(account.title)” has no term")
    }
  }

  /// Columns of other commands' tables, as their sources name them; what is computed is cut off.
  @Test func everyColumnThatIsWrittenAnywhereIsExplained() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Reports").standardizedFileURL
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var found = 0
    for case let file as URL in files ?? FileManager.DirectoryEnumerator()
    where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: #/[Cc]olumns?\(\s*"([^"\\]+)/#) {
        found += 1
        let title = match.1.trimmingCharacters(in: .whitespaces)
        #expect(isExplained(title), "“\(title)” of \(file.lastPathComponent) has no term")
      }
    }
    #expect(found > 100)
  }

  @Test func eachWordIsExplainedOnce() {
    let names = Terms.groups.flatMap(\.terms).flatMap(\.names)
    #expect(Set(names).count == names.count)
    for term in Terms.groups.flatMap(\.terms) {
      #expect(term.sentence.hasSuffix("."), "\(term.word)")
      #expect(!term.sentence.dropLast().contains(". "), "\(term.word) has one sentence")
      #expect(term.sentence.first?.isUppercase == true || term.word == "D1")
    }
  }

  @Test func aWordIsFoundInAnyCaseAndByItsColumn() throws {
    for word in ["roi", "ROI", " Dead  Weight ", "CLV low", "would have come anyway"] {
      #expect(isExplained(word), "\(word)")
    }
    #expect(Terms.find("retension") == .nearest(["retention"]))
    #expect(Terms.find("cost per customer").words.contains("cost per extra customer") == true)
    #expect(Terms.find("xyzzy") == .nearest([]))
  }

  @Test(arguments: [60, 80, 100])
  func theListKeepsToTheWidth(width: Int) {
    let lines = Terms.text(width: width).split(separator: "\n")
    #expect(lines.allSatisfy { String($0).displayWidth <= width })
    #expect(lines.count > 100)
  }

  private func withoutUnit(_ header: String) -> String {
    header.hasSuffix(")") && !header.hasPrefix("p-value")
      ? header.replacing(#/ \([^()]*\)$/#, with: "") : header
  }
}

extension Terms.Found {
  fileprivate var words: [String] {
    if case .nearest(let words) = self { words } else { [] }
  }
}
