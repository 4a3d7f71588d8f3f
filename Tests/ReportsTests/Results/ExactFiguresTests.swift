import Foundation
import Market
import Planning
import Testing

@testable import Reports
@testable import Takeaways

/// What every replication comes to, to a cent and a customer, is what files and answers say.
struct ExactFiguresTests {
  /// A coupon whose budget is used up in every replication, by first orders and by others in shares that differ.
  private func budget(_ change: (inout Scenario) -> Void = { _ in }) async throws -> RunResult {
    var scenario = SmallTown.scenario()
    scenario.plans.remove(at: 1)
    scenario.plans[1].offers[0].terms = Coupon(.fixed(1_000))
    scenario.plans[1].offers[0].orders = .every
    scenario.plans[1].offers[0].uses = nil
    scenario.plans[1].offers[0].participation = .automatic
    scenario.plans[1].offers[0].effect = .lift(0)
    scenario.plans[1].offers[0].fixedCost = 0
    scenario.plans[1].offers[0].budget = 10_000
    scenario.stopping = StoppingRule(minimum: 4, maximum: 4)
    // Amounts in the hundred thousands, which are told in whole units.
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].baskets.gamma *= 100
    }
    change(&scenario)
    return try await SmallTown.result(scenario)
  }

  @Test func aBudgetThatIsUsedUpCostsWhatItIs() async throws {
    let result = try await budget()
    let plan = result.scenario.plans[1].name
    let rewards = result.comparison.reader.totals(
      Measure.allRewards, result.comparison.summary.plans[1].figures)
    try #require(rewards.allSatisfy { $0 == 10_000 })
    for statement in [result.statement, result.books] {
      #expect(statement.total(Measure.allRewards, plan: 1) == 10_000)
      #expect(statement.difference(Measure.allRewards, plan: 1) == 10_000)
    }
    #expect(result.statement.money.decimals == 0)
    #expect(result.statement.amount(.rewards, plan: 1) == -10_000)
    let plans = try CSVRows(result.plansTable.csv())
    let row = try #require(plans.matching(["plan": plan, "measure": "reward cost"]).first)
    #expect(["value", "low", "high"].map { row[$0] } == ["100", "100", "100"])
    let ledger = try CSVRows(result.ledgerTable.csv())
    let parts = try ["reward", "first-order reward"].map {
      try ledger.total("amount (EUR)", where: ["plan": plan, "account": $0])
    }
    #expect(parts[0] < 0 && parts[1] < 0 && parts[0] + parts[1] == -100)
  }

  /// Fractions of what hunters and people do together come out as they are, not scaled to a rounded whole.
  @Test func segmentsAreWhatReplicationsCameTo() async throws {
    for scenario in [SmallTown.withHunters, SmallTown.scenario()] {
      let result = try await SmallTown.result(scenario)
      let table = try CSVRows(result.segmentsTable.csv())
      let figures: [(String, [Figure])] = [
        ("acquired customers", [.acquired]), ("first orders", [.firstOrders]),
        ("repeat orders", [.repeatOrders]), ("persuaded", [.persuaded]),
        ("revenue (EUR)", [.revenue]), ("rewards (EUR)", Measure.allRewards),
      ]
      for (place, plan) in result.comparison.summary.plans.enumerated() {
        for (index, segment) in scenario.market.segments.enumerated() {
          // A spreadsheet must not compute what begins with =.
          let name = segment.name.hasPrefix("=") ? "'\(segment.name)" : segment.name
          let row = try #require(
            table.matching(["plan": scenario.plans[place].name, "segment": name]).first)
          for (column, summed) in figures {
            let isMoney = summed[0].isMoney
            let sum = summed.reduce(0) { $0 + plan.sum($1, .segment(index)) }
            let mean = sum / Double(result.comparison.summary.replications) / (isMoney ? 100 : 1)
            let shown = try #require(Double(row[column] ?? ""))
            let steps = Decimals.power(result.books.decimals(summed))
            #expect(abs(shown - mean) < 1.01 / steps, "\(column)")
            if mean * steps == (mean * steps).rounded() { #expect(shown == mean, "\(column)") }
          }
        }
      }
    }
  }

  /// What a plan does not change is no difference, whatever its parts and the baseline are rounded to.
  @Test func whatIsTheSameIsNoDifference() async throws {
    let result = try await budget { $0.plans[1].offers[0].budget = 1 }
    for measure in Measure.all where !measure.summands.isEmpty {
      #expect(result.statement.difference(measure.summands, plan: 1) == 0, "\(measure.key)")
    }
    #expect(result.reasons(plan: 1).allSatisfy { $0.amount == 0 })
    let first = try #require(Answer(result).sentences.first)
    #expect(first.hasSuffix(" earns exactly what “today” earns in all 4 replications."))
  }
}
