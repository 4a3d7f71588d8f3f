import Market
import Planning
import Testing
import Workbooks

@testable import Reports
@testable import Takeaways

/// What is said where committees decide.
struct DealsTests {
  private func result(standsFor: Int = 1, replications: Int = 30) async throws -> RunResult {
    var scenario = SmallTown.scenario()
    scenario.market.segments[0].size = 60
    scenario.market.segments[0].committee = Committee(
      roles: [
        Committee.Role(name: "user", approves: 0.6, takes: 4, meeting: 200),
        Committee.Role(name: "signer", approves: 0.5, takes: 8, meeting: 500),
      ], cases: PublishedCases(agree: 0.3, cost: 2_000))
    scenario.market.standsFor = standsFor
    scenario.stopping = StoppingRule(minimum: replications, maximum: replications)
    return try await SmallTown.result(scenario)
  }

  @Test func chancesStandUnderTheFirstTable() async throws {
    let result = try await result()
    let notes = result.dealNotes(leader: nil)
    #expect(notes.count == 1)
    let note = try #require(notes.first)
    #expect(note.hasPrefix("Deals of “today”: "))
    #expect(note.contains(" in the middle market; at least ") && note.hasSuffix(" of 100."))
    #expect(Answer(result).text().contains("at least"))
    // One line for the baseline and one for the leader.
    #expect((1...2).contains(Answer(result).text().matches(of: #/Deals of/#).count))
    #expect(try await SmallTown.played.value.dealNotes(leader: nil).isEmpty)
    #expect(try await self.result(replications: 1).dealNotes(leader: nil).isEmpty)
  }

  /// Counts that tell markets apart: a chance falls with the count, and is never 0 or 1 of the smallest.
  @Test(arguments: [1, 20])
  func chancesFall(_ standsFor: Int) async throws {
    let result = try await result(standsFor: standsFor)
    let table = try #require(result.dealsTable)
    #expect(table.rows.count == 3)
    for row in table.rows {
      let chances = row.dropFirst(3).compactMap { cell in
        if case .chance(let chance, _) = cell { chance } else { nil }
      }
      #expect(chances.count == table.columns.count - 3)
      #expect(chances == chances.sorted(by: >))
      #expect(chances.allSatisfy { $0 > 0 && $0 < 1 })
    }
  }

  /// Of ten replications none tells that something happens in fewer than one market of eleven.
  @Test func fewReplicationsTellBounds() async throws {
    let result = try await result(replications: 10)
    let table = try #require(result.dealsTable)
    let texts = table.texts.flatMap { $0.dropFirst(3) }
    #expect(texts.contains(">90%") || texts.contains("<10%"))
    #expect(!texts.contains("9%") && !texts.contains("91%"))
    // Files keep the number.
    let file = try CSVRows(table.csv())
    let columns = file.header.filter { $0.hasPrefix("at least") }
    let numbers = file.rows.flatMap { row in columns.compactMap { Double(row[$0] ?? "") } }
    #expect(numbers.count == file.rows.count * columns.count)
    #expect(numbers.allSatisfy { $0 > 0.09 && $0 < 0.91 })
    // A sheet says what people read.
    let cells = zip(table.cellRows.dropFirst().joined(), table.texts.joined())
    for (cell, text) in cells where text.hasPrefix(">") || text.hasPrefix("<") {
      #expect(cell == .text(text, SheetFormat(isAtRight: true)))
    }
  }

  /// Committees: as many asked as there were trials, as many approved by the last role as first orders.
  @Test(arguments: [1, 20])
  func theFunnelIsWhole(_ standsFor: Int) async throws {
    let result = try await result(standsFor: standsFor)
    let file = try CSVRows(result.funnelTable.csv())
    let segments = try CSVRows(result.segmentsTable.csv())
    // Both are rounded, the one to a hundredth of the other's step.
    let rounding = 0.51 / Decimals.power(result.statement.decimals([.firstOrders]))
    for plan in result.scenario.plans.map(\.name) {
      func count(_ stage: String) -> Double {
        file.sum("count", where: ["plan": plan, "funnel": "committee", "stage": stage])
      }
      let stages = [
        "committees asked", "meetings with user", "approved by user", "meetings with signer",
        "approved by signer", "cases published",
      ]
      let counts = stages.map { count($0) }
      #expect(counts == counts.sorted(by: >))
      let deals = segments.sum(
        "first orders", where: ["plan": plan, "segment": "office workers"])
      #expect(abs(counts[4] - deals) <= rounding)
    }
    let table = try #require(result.committeesTable)
    #expect(table.rows.count == 6)
  }

  @Test func everyColumnIsExplained() async throws {
    let result = try await result()
    let titles = Answer(result).tables.flatMap(\.columns).map(\.title)
    for title in titles where title.hasPrefix("at least") {
      #expect(Int(title.dropFirst(9)) ?? 0 > 0)
    }
    for title in [
      "deals", "middle market", "at least", "role", "asked", "meetings", "still deciding",
    ] {
      guard case .term = Terms.find(title) else {
        Issue.record("“\(title)” has no term")
        continue
      }
    }
  }
}
