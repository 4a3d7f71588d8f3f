import Documents
import Foundation
import Market
import Testing

@testable import Reports
@testable import Takeaways

/// Several scenarios' answers, on a terminal, as a page and as JSON.
struct AnswersTests {
  private func scenarios() async throws -> [AnsweredScenario] {
    let played = try await SmallTown.played.value
    var other = SmallTown.scenario()
    other.name = "a town | with *marks*"
    other.question = "Does “5 off” pay <here>?"
    return [
      AnsweredScenario(played, file: "towns/small.yaml"),
      AnsweredScenario(other, file: "towns/a <b>.yaml", failed: "Too much happened."),
    ]
  }

  @Test func aRowAScenarioWithItsNotesBelow() async throws {
    let scenarios = try await scenarios()
    let lines = AnswersText(scenarios).text(width: 80).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "The answers" && lines.last == "")
    #expect(lines.allSatisfy { $0.count <= 80 })
    let first = try #require(lines.firstIndex { $0.hasPrefix("small town") })
    #expect(lines[first].contains("flyers"))
    // A reason, set in; there is no question.
    #expect(lines[first + 1].hasPrefix("  Mostly because "))
    let second = try #require(lines.firstIndex { $0.hasPrefix("a town") })
    #expect(lines[second].contains("failed"))
    #expect(
      lines.suffix(3) == ["  Does “5 off” pay <here>?", "  Too much happened.", ""])
  }

  @Test func aPageOfMarkdown() async throws {
    let page = AnswersPage(try await scenarios(), options: []) { String($0.dropFirst(6)) }.text
    let paragraphs = page.components(separatedBy: "\n\n")
    #expect(paragraphs.first == "# Answers")
    #expect(paragraphs[1].contains("played as they are"))
    // A head, a rule and a row a scenario, each of six columns; a name's own bar is none.
    let rows = paragraphs[2].split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.replacing("\\|", with: "").count { $0 == "|" } == 7 })
    let sentences = Answer(try await SmallTown.played.value).sentences
    #expect(paragraphs.contains(sentences.joined(separator: " ").asMarkdown))
    #expect(
      paragraphs.contains(
        "Plans of [small.yaml](<small.yaml>): today (the baseline); flyers; 5 off, “second” visit.")
    )
    #expect(paragraphs.contains("**Does “5 off” pay &lt;here&gt;?**"))
    #expect(page.contains("](<a \\<b\\>.yaml>)"))
    #expect(page.contains("## a town \\| with \\*marks\\*"))
    #expect(page.hasSuffix("Not answered: Too much happened.\n"))
    let seeded = AnswersPage([], options: ["--seed", "5"]) { $0 }.text
    #expect(seeded.contains("played with --seed 5"))
  }

  @Test func aFailureIsADocumentAmongOthers() async throws {
    let provenance = Provenance(version: "0", scenario: .init(file: "b.yaml", bytes: []))
    let text = try await scenarios()[1].failedDocument(provenance)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["failed"] as? String == "Too much happened.")
    #expect((document["scenario"] as? [String: Any])?["file"] as? String == "b.yaml")
  }

  @Test func theDocumentHasTheRowToo() async throws {
    let result = try await SmallTown.played.value
    let provenance = Provenance(version: "0", scenario: .init(file: "town.yaml", bytes: []))
    let text = try result.document(provenance, folder: "out", files: [])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let short = try #require(document["inShort"] as? [String: Any])
    #expect(short["bestPlan"] as? String == "flyers" && short["plan"] as? String == "flyers")
    #expect(short["objective"] as? String == "profit")
    let plans = try #require(document["plans"] as? [[String: Any]])
    let versus = try #require(plans[1]["versusBaseline"] as? [String: Any])
    let objective = try #require(versus["objective"] as? [String: Any])
    #expect(objective["chanceHigher"] as? Double == short["chanceBetter"] as? Double)
    let values = [objective, short].map {
      ($0["difference"] as? [String: Any])?["value"] as? Double
    }
    #expect(values[0] != nil && values[0] == values[1])
  }
}
