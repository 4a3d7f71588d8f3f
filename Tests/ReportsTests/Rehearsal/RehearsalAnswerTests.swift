import Foundation
import Market
import Planning
import Statistics
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

struct RehearsalAnswerTests {
  private static let rehearsed = Task {
    let design = try RehearsalDesign(
      SmallTown.scenario(), arms: [0, 2], shares: [0.4, 0.6], days: 60, metric: .orders, looks: 3,
      rehearsals: 24)
    return try await Rehearsal(design, threads: 2).run()
  }

  @Test func theSentencesSayWhatTheFiguresSay() async throws {
    let result = try await Self.rehearsed.value
    let answer = RehearsalAnswer(result)
    let wrong = Int((100 * result.decision.wrong.value).rounded())
    if result.decision.isClear {
      #expect(
        answer.sentences[0].hasPrefix(
          "A test of 60 days would choose the wrong plan in \(wrong) of 100 cases"))
    } else {
      #expect(answer.sentences[0].hasPrefix("Which plan is better is too close to call"))
    }
    #expect(answer.sentences.contains { $0.contains("(word of mouth)") })
    let enrolled = Int(result.enrolled.value.rounded())
    #expect(enrolled > 0 && enrolled < 500)
    #expect(
      answer.sentences[1] == "\(enrolled) of the market's 500 people would be in the test, from the"
        + " day they can first meet what differs.")
    #expect(
      answer.computation.contains("24 rehearsals of a test of \(enrolled) people (40% : 60%)"))
    let text = answer.text(width: 80)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  /// Where nobody reaches anybody else, planners read that the short way was checked by the long one.
  @Test func bothWaysAreSaidToAgree() async throws {
    let design = try RehearsalDesign(
      SmallTown.scenario(isCoupled: false), arms: [0, 2], days: 60, looks: 3, rehearsals: 24)
    let result = try await Rehearsal(design, threads: 2).run()
    #expect(result.couplings.isEmpty)
    #expect(
      RehearsalAnswer(result).computation.contains(
        "also played person by person, agrees to a billionth of a standard error."))
  }

  @Test func aTestWithNobodyInItIsSaidToBeOne() async throws {
    var scenario = SmallTown.scenario()
    scenario.plans[2].offers[0].holdout = 1
    let design = try RehearsalDesign(scenario, arms: [0, 2], days: 60, looks: 3, rehearsals: 2)
    let answer = RehearsalAnswer(try await Rehearsal(design, threads: 2).run())
    #expect(
      answer.sentences == [
        "Nobody can meet what differs between the plans within 60 days: a test would have nobody in it."
      ])
  }

  /// What contribution a person leaves out is said in money of the whole market, where plans differ in it.
  @Test func whatIsNobodysInParticularIsSaid() async throws {
    #expect(
      try await !RehearsalAnswer(Self.rehearsed.value).sentences.contains {
        $0.contains("leaves out")
      })
    var scenario = SmallTown.scenario()
    scenario.plans[2].offers[0].screening = Screening(cost: 300)
    let design = try RehearsalDesign(scenario, arms: [0, 2], days: 60, looks: 3, rehearsals: 4)
    let result = try await Rehearsal(design, threads: 2).run()
    let cost = result.runningCosts[1].value
    // Each check costs 3.00.
    #expect(cost > 0 && result.runningCosts[0].value == 0)
    let said = Rounding([cost], .money, result.currency).full(cost)
    let none = Rounding([0], .money, result.currency).full(0)
    #expect(
      RehearsalAnswer(result).sentences.contains(
        "Contribution a person leaves out what offers cost by the message, check or member, which is no"
          + " person's of the test; profit has it: \(none) with everybody in “today” and \(said) with"
          + " everybody in \(result.name(1)) in 60 days."))
  }

  @Test func everyRehearsalHasARowAndRowsAddUp() async throws {
    let result = try await Self.rehearsed.value
    let rows = try CSVRows(result.rehearsalsTable.csv())
    #expect(rows.rows.count == 24)
    #expect(Set(rows.rows.map { $0["salt"] }).count == 24)
    let estimates = try CSVRows(result.metricsTable.csv())
    let orders = try #require(estimates.matching(["metric": "orders", "days": "60"]).first)
    for (column, other) in [("estimate", "estimate"), ("truth", "truth")] {
      let mean = rows.sum(column) / 24
      let stated = try #require(Double(orders[other] ?? ""))
      #expect(abs(mean - stated) < 1e-9)
    }
    let bias = try #require(Double(orders["bias by interference"] ?? ""))
    #expect(abs(rows.sum("bias by interference") / 24 - bias) < 1e-9)
    let chosen = Double(rows.matching(["chosen": "today"]).count) / 24
    #expect(abs(chosen - result.decision.chosen[0].value) < 1e-9)
    let power = try CSVRows(result.powerTable.csv())
    #expect(power.rows.last?["days"] == "90")
    let people = power.rows.compactMap { Double($0["people in the test"] ?? "") }
    #expect(people.count == power.rows.count && people == people.sorted())
  }

  @Test func theDocumentHoldsTheFiles() async throws {
    let result = try await Self.rehearsed.value
    let provenance = Provenance(
      version: "0.0.0", scenario: Provenance.Source(file: "town.yaml", bytes: []))
    let files = try result.files(provenance)
    #expect(files.last?.name == "manifest.json")
    let text = try result.document(provenance, folder: "out", files: files.map(\.name))
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["days"] as? Int == 60)
    #expect(document["couplings"] as? [String] == ["word of mouth"])
    let comparisons = try #require(document["comparisons"] as? [[String: Any]])
    #expect((comparisons[0]["rules"] as? [Any])?.count == 4)
    #expect((comparisons[0]["metrics"] as? [Any])?.count == 8)
  }
}
