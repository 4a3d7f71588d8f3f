import Market
import Planning
import Statistics
import Testing

@testable import Reports
@testable import Takeaways

struct StatementTests {
  private let result: RunResult

  init() async throws { result = try await SmallTown.played.value }

  @Test func totalsAreSumsOfWhatIsPrinted() throws {
    let statement = result.statement
    for plan in result.scenario.plans.indices {
      let accounts = Account.allCases.map { statement.amount($0, plan: plan) }
      #expect(statement.total([.contribution], plan: plan) == accounts.reduce(0, +))
      #expect(
        statement.total(Measure.spending, plan: plan)
          == Measure.spending.reduce(0) { $0 + statement.total([$1], plan: plan) })
      #expect(
        abs(
          statement.total([.orders], plan: plan) - statement.total([.firstOrders], plan: plan)
            - statement.total([.repeatOrders], plan: plan)) < 1e-9)
      #expect(
        statement.total([.contribution], plan: 0)
          + statement.difference([.contribution], plan: plan)
          == statement.total([.contribution], plan: plan))
    }
  }

  /// Half a step for every leaf, of which contribution has one an account.
  @Test func nothingIsFartherFromTheMeanThanItsLeavesAreRounded() {
    let reader = result.comparison.reader
    for (place, plan) in result.comparison.summary.plans.enumerated() {
      for measure in Measure.all where !measure.summands.isEmpty {
        let exact = reader.mean(reader.totals(measure.summands, plan.figures)).value
        let leaves = Double(Account.allCases.count + 1)
        let step = result.statement.money.value(1)
        #expect(
          abs(result.statement.total(measure.summands, plan: place) - exact) <= leaves * step / 2)
      }
    }
  }

  /// Every leaf is read off a ledger or a table of figures, and every summand of a measure is one or made of
  /// them.
  @Test func measuresAreInTheUnitOfTheirFigures() {
    for measure in Measure.all {
      #expect(measure.summands.allSatisfy { $0.unit == measure.unit }, "\(measure.key)")
    }
  }

  @Test func plansAreRankedByWhatIsPrinted() async throws {
    for objective in Objective.allCases {
      var scenario = SmallTown.scenario(objective: objective)
      scenario.stopping = StoppingRule(minimum: 3, maximum: 3)
      let result = try await SmallTown.result(scenario)
      let gains = result.ranking.map {
        result.statement.difference(objective.measure.summands, plan: $0)
      }
      #expect(gains == gains.sorted(by: >))
    }
  }
}
