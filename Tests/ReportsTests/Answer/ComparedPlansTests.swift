import Documents
import Foundation
import Market
import Planning
import Testing

@testable import Reports
@testable import Takeaways

/// The table of the first screen.
struct ComparedPlansTests {
  private func result(
    _ objective: Objective = .profit, _ change: (inout Scenario) -> Void = { _ in }
  ) async throws -> RunResult {
    var scenario = SmallTown.scenario(objective: objective)
    scenario.stopping = StoppingRule(minimum: 5, maximum: 5)
    change(&scenario)
    return try await SmallTown.result(scenario)
  }

  /// What the columns hold, by plan, as the terminal shows them.
  private func shown(_ table: Table) -> [String: [String: String]] {
    let formats = table.columns.indices.map { place in
      CellFormat(
        table.rows.map { $0[place] }, table.currency, isSigned: false,
        decimals: table.columns[place].decimals)
    }
    return Dictionary(
      table.rows.map { row in
        let cells = row.indices.map { (table.columns[$0].title, formats[$0].text(row[$0])) }
        return (formats[0].text(row[0]), Dictionary(cells, uniquingKeysWith: { first, _ in first }))
      }, uniquingKeysWith: { first, _ in first })
  }

  private func number(_ text: String?) throws -> Decimal {
    try #require(
      Decimal(
        string: (text ?? "").replacing("−", with: "-").replacing(",", with: "")
          .replacing("%", with: "")))
  }

  @Test func bothPartsOfProfitAddUp() async throws {
    let result = try await result()
    let table = result.comparedPlans
    #expect(
      table.columns.map(\.title) == [
        "plan", "against the baseline", "of it within the horizon", "afterwards", "from", "to",
        "better in", "cost per extra customer",
      ])
    let files = try CSVRows(result.comparisonTable.csv())
    for (plan, row) in shown(table) where plan != "today" {
      let whole = try number(row["against the baseline"])
      #expect(
        try number(row["of it within the horizon"]) + number(row["afterwards"]) == whole)
      // Files have two digits more.
      let finer = try files.total("value", where: ["plan": plan, "kind": "objective"])
      let step = Decimal(result.statement.money.value(1)) / 100
      #expect(abs(finer - whole) <= step / 2)
    }
    #expect(shown(table)["today"]?["against the baseline"] == "baseline")
  }

  /// Case `zhe`: tables that do not subtract, and a plan above its baseline ranked below it.
  @Test(arguments: Objective.allCases)
  func plansAreTheBaselineAndTheirDifferenceInTheOrderShown(objective: Objective) async throws {
    let result = try await result(objective)
    let plans = try CSVRows(result.plansTable.csv())
    let rows = try CSVRows(result.headlineTable.csv()).rows
    let title = objective.measure.title
    let column = objective.measure.unit == .money ? "\(title) (EUR)" : title
    let change = column.replacing(title, with: "against the baseline")
    var before = Decimal.greatestFiniteMagnitude
    let baseline = try plans.total("value", where: ["plan": "today", "measure": title])
    for row in rows {
      let level = try number(row[column])
      #expect(level <= before)
      before = level
      #expect(
        try level == plans.total("value", where: ["plan": row["plan"] ?? "", "measure": title]))
      guard row["plan"] != "today" else { continue }
      #expect(try level == baseline + number(row[change]))
    }
    #expect(rows.map { $0["plan"] } == result.ranked.map(\.plan.name))
  }

  @Test(arguments: [Objective.orders, .revenue, .acquired])
  func otherObjectivesShowTheirLevelAndWhatProfitDoes(objective: Objective) async throws {
    let table = try await result(objective).comparedPlans
    #expect(
      table.columns.map(\.title) == [
        "plan", objective.measure.title, "against the baseline", "from", "to", "better in",
        "profit against the baseline", "cost per extra customer",
      ])
    let rows = shown(table)
    let baseline = try number(rows["today"]?[objective.measure.title])
    for (plan, row) in rows where plan != "today" {
      #expect(
        try number(row[objective.measure.title])
          == baseline + number(row["against the baseline"]))
    }
  }

  @Test func aPlanAloneShowsWhatItComesTo() async throws {
    let result = try await result { $0.plans.removeLast(2) }
    let row = try #require(shown(result.comparedPlans)["today"])
    #expect(
      try number(row["profit"])
        == number(row["of it within the horizon"]) + number(row["afterwards"]))
    // All come by themselves: nothing was paid for them, and so they have no price.
    #expect(row["blended CPA"] == "–")
  }

  /// Two plans that do the same have nothing to be better in.
  @Test func thePlanThatChangesNothingSaysSo() async throws {
    let result = try await result {
      $0.plans = [$0.plans[0], $0.plans[0]]
      $0.plans[1].name = "the same"
    }
    #expect(
      Answer(result).sentences
        == ["“the same” does what “today” does, and so earns exactly what “today” earns."])
    #expect(shown(result.comparedPlans)["the same"]?["better in"] == "–")
  }

  @Test func aLargeReductionIsSpelledOut() async throws {
    let result = try await result {
      $0.plans[2].offers[0].terms = Coupon(.percent(0.72))
      $0.plans[2].name = "7.2折"
    }
    let said = Answer(result).text()
    #expect(said.contains("“7.2折”"))
    #expect(said.contains("72% off: 28% of the price remains"))
  }
}
