import Market
import Planning
import Statistics
import Testing

@testable import Reports
@testable import Takeaways

struct StatementTests {
  private let result: RunResult

  init() async throws { result = try await SmallTown.played.value }

  @Test func partsAddUpToWhatIsPrinted() throws {
    for (statement, plan) in both.flatMap({ each in
      result.scenario.plans.indices.map { (each, $0) }
    }) {
      let accounts = Account.allCases.map { statement.amount($0, plan: plan) }
      let contribution = statement.total([.contribution], plan: plan)
      #expect(abs(contribution - accounts.reduce(0, +)) < 1e-6)
      let parts = Reason.Part.allCases.map { statement.amount($0, plan: plan) }
      let profit = statement.total([.contribution, .afterwards], plan: plan)
      #expect(abs(profit - parts.reduce(0, +)) < 1e-6)
      #expect(abs(profit - contribution - statement.total([.afterwards], plan: plan)) < 1e-6)
      #expect(
        abs(
          statement.total([.orders], plan: plan) - statement.total([.firstOrders], plan: plan)
            - statement.total([.repeatOrders], plan: plan)) < 1e-9)
      #expect(
        abs(
          statement.total([.contribution], plan: 0)
            + statement.difference([.contribution], plan: plan) - contribution) < 1e-6)
    }
  }

  /// What people are told, and what files hold.
  private var both: [Statement] { [result.statement, result.books] }

  /// Half a step for the baseline and for a plan's difference, one for the parts that stand beside each other.
  @Test func aTotalIsRoundedFromItself() {
    let reader = result.comparison.reader
    let plans = result.comparison.summary.plans
    let parts: [[Figure]] = [[.contribution], [.afterwards]]
    for statement in both {
      for measure in Measure.all where !measure.summands.isEmpty {
        let step =
          measure.unit == .money
          ? statement.money.value(1) : 1 / Decimals.power(statement.decimals(measure.summands))
        let most = (parts.contains(measure.summands) ? 1 : 0.5) * step + 1e-6
        let values = plans.map { reader.totals(measure.summands, $0.figures) }
        let exact = values.map { reader.mean($0).value }
        for place in plans.indices {
          let level = statement.total(measure.summands, plan: place)
          #expect(abs(level - exact[place]) <= (place == 0 ? most : 2 * most), "\(measure.key)")
          let difference = statement.difference(measure.summands, plan: place)
          #expect(abs(difference - (exact[place] - exact[0])) <= most, "\(measure.key)")
        }
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

  /// A printed value is in its interval, whatever rounding did to either.
  @Test func intervalsReachToWhatIsPrinted() {
    let narrow = Estimate(
      value: 1.2, precision: Interval(low: 1.1, high: 1.3),
      prediction: Interval(low: 0.8, high: 1.6))
    let above = narrow.printed(3)
    #expect(above.value == 3 && above.prediction == Interval(low: 0.8, high: 3))
    #expect(above.precision == Interval(low: 1.1, high: 3))
    #expect(narrow.printed(0).prediction == Interval(low: 0, high: 1.6))
    #expect(narrow.printed(1.25).prediction == narrow.prediction)
    let sure = Estimate(value: 1.2, precision: nil, prediction: Interval(low: 1.2, high: 1.2))
    #expect(sure.printed(1).prediction == Interval(low: 1, high: 1))
  }

  /// Plans that earn the same to the last bit are told as one would be alone, however often they are told: what their
  /// accounts are kept in has an order of its own each time.
  @Test func plansThatAreAlikeMakeNothingFiner() async throws {
    var scenario = SmallTown.scenario(plans: 2)
    scenario.stopping = StoppingRule(minimum: 4, maximum: 4)
    scenario.plans[1] = scenario.plans[0]
    scenario.plans[1].name = "the same"
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].baskets.gamma *= 100
    }
    let summary = try await SmallTown.result(scenario).comparison.summary
    var alone = scenario
    alone.plans = [scenario.plans[0]]
    let single = try await SmallTown.result(alone).statement.money
    #expect(single.decimals == 0)
    #expect((0..<50).allSatisfy { _ in Statement(summary).money == single })
  }

  /// In a market of hundreds of thousands two plans that change about 1 EUR: no table, sentence or document shows a
  /// figure outside of its range.
  @Test func aChangeOfOneUnitLiesInItsRange() async throws {
    var scenario = SmallTown.scenario(plans: 3)
    scenario.stopping = StoppingRule(minimum: 12, maximum: 12)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].baskets.gamma *= 100
    }
    scenario.plans[1] = scenario.plans[0]
    scenario.plans[1].name = "a stamp"
    scenario.plans[1].operations.fixedCosts = [FixedCost(name: "stamp", perDay: 1.37)]
    scenario.plans[2].offers[0].terms = Coupon(.fixed(1))
    scenario.plans[2].offers[0].effect = .lift(0)
    scenario.plans[2].offers[0].fixedCost = 0
    let result = try await SmallTown.result(scenario)
    let names = scenario.plans.dropFirst().map(\.name)
    for table in [result.plansTable, result.comparisonTable] {
      for row in try CSVRows(table.csv()).rows where names.contains(row["plan"] ?? "") {
        guard let value = Double(row["value"] ?? ""), let low = Double(row["low"] ?? ""),
          let high = Double(row["high"] ?? "")
        else { continue }
        #expect(low <= value && value <= high, "\(row)")
      }
    }
    for row in try CSVRows(result.headlineTable.csv()).rows {
      guard let value = Double(row["against the baseline (EUR)"] ?? ""),
        let low = Double(row["from (EUR)"] ?? ""), let high = Double(row["to (EUR)"] ?? "")
      else { continue }
      #expect(low <= value && value <= high, "\(row)")
    }
    for row in try CSVRows(result.dailyTable.csv()).rows {
      let name = "cumulative contribution against the baseline"
      guard let value = Double(row["\(name) (EUR)"] ?? ""),
        let low = Double(row["\(name) low (EUR)"] ?? ""),
        let high = Double(row["\(name) high (EUR)"] ?? "")
      else { continue }
      #expect(low <= value && value <= high, "\(row)")
    }
    // A stamp of 1.37 cents a day on 90 days.
    #expect(abs(result.statement.difference([.contribution], plan: 1) + 123.3) <= 1)
  }

  /// Acquisition cost and rewards on first orders make up what CPA is of.
  @Test func whatWinningCostsIsWhatCPAIsOf() throws {
    for plan in result.scenario.plans.indices {
      let parts: [Figure] = [.acquisition, .firstOrderRewards]
      let cost = result.statement.total(
        try #require(Measure.named("winning cost")).summands, plan: plan)
      let sum = parts.reduce(0) { $0 + result.statement.total([$1], plan: plan) }
      #expect(abs(cost - sum) <= 2 * result.statement.money.value(1))
      let acquired = result.statement.total([.acquired], plan: plan)
      if let each = result.comparison.plans[plan]["blended CPA"].estimate?.value, each > 0 {
        // Of printed figures: customers to a whole one, money to a cent.
        #expect(abs(cost / acquired / each - 1) < 0.51 / acquired + 0.01)
      }
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
