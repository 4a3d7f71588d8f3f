import Documents
import Foundation
import Market
import Planning
import Statistics
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

/// The same figures by different ways through the tables.
struct TablesAgreeTests {
  private let result: RunResult

  init() async throws { result = try await SmallTown.played.value }

  private var plans: CSVRows { get throws { try CSVRows(result.plansTable.csv()) } }

  private func value(_ measure: String, _ plan: String) throws -> Decimal {
    try plans.total("value", where: ["plan": plan, "measure": measure])
  }

  private let names = ["today", "flyers", "5 off, “second” visit"]

  @Test func theLedgerAddsUpToTheProfit() throws {
    let ledger = try CSVRows(result.ledgerTable.csv())
    for plan in names {
      let within = try ledger.total(
        "amount (EUR)", where: ["plan": plan, "part of profit": "within the horizon"])
      #expect(try within == value("contribution within the horizon", plan))
      #expect(try ledger.total("amount (EUR)", where: ["plan": plan]) == value("profit", plan))
    }
  }

  @Test func daysAddUpToTheTotals() throws {
    let daily = try CSVRows(result.dailyTable.csv())
    #expect(daily.rows.count == 3 * 90)
    #expect(daily.rows[0]["day"] == "1")
    #expect(daily.rows[0]["date"] == "2026-03-02")
    #expect(daily.rows[89]["date"] == "2026-05-30")
    let channels = try CSVRows(result.channelsTable.csv())
    for plan in names {
      for (column, total) in [
        ("contribution (EUR)", "contribution within the horizon"), ("revenue (EUR)", "revenue"),
        ("spend (EUR)", "spend"), ("redemptions", "redemptions"),
      ] {
        #expect(try daily.total(column, where: ["plan": plan]) == value(total, plan), "\(column)")
      }
      let orders =
        try daily.total("first orders", where: ["plan": plan])
        + daily.total("repeat orders", where: ["plan": plan])
      #expect(try orders == value("orders", plan))
      #expect(
        try daily.total("contacts", where: ["plan": plan])
          == channels.total("contacts", where: ["plan": plan]))
    }
  }

  @Test func segmentsAndSourcesAddUpToTheTotals() throws {
    let segments = try CSVRows(result.segmentsTable.csv())
    let channels = try CSVRows(result.channelsTable.csv())
    for plan in names {
      let acquired = try value("acquired customers", plan)
      #expect(try segments.total("acquired customers", where: ["plan": plan]) == acquired)
      #expect(try channels.total("acquired", where: ["plan": plan]) == acquired)
      #expect(
        try channels.total("acquisition cost (EUR)", where: ["plan": plan])
          == value("acquisition cost", plan))
      #expect(
        try segments.total("revenue (EUR)", where: ["plan": plan]) == value("revenue", plan))
      #expect(
        try segments.total("rewards (EUR)", where: ["plan": plan]) == value("reward cost", plan))
      #expect(
        try segments.total("value afterwards before contacts (EUR)", where: ["plan": plan])
          == value("value after the horizon", plan))
    }
    // Text that begins with = is the planner's; a spreadsheet must not compute it.
    #expect(segments.rows.contains { $0["segment"] == "'=students" })
  }

  /// Two offers of one plan have each their own, and make up the plan's together.
  @Test(arguments: [1, 4])
  func offersAddUpToTheTotals(_ standsFor: Int) async throws {
    var scenario = SmallTown.scenario()
    var price = scenario.plans[2].offers[0]
    price.name = "price cut"
    price.terms = Coupon(.percent(0.1))
    price.orders = .every
    price.participation = .automatic
    scenario.plans[2].offers.append(price)
    scenario.plans = [scenario.plans[0], scenario.plans[2]]
    scenario.market.standsFor = standsFor
    let result = try await SmallTown.result(scenario)
    let offers = try CSVRows(result.offersTable.csv())
    let plans = try CSVRows(result.plansTable.csv())
    let funnel = try CSVRows(result.funnelTable.csv())
    let plan = scenario.plans[1].name
    #expect(offers.rows.map { $0["offer"] } == ["second visit", "price cut"])
    for (column, stage) in [("noticed", "offers noticed"), ("taken", "offers taken")] {
      let whole = try funnel.total("count", where: ["plan": plan, "stage": stage])
      #expect(try offers.total(column, where: ["plan": plan]) == whole, "\(column)")
    }
    for (column, measure) in [
      ("redeemed", "redemptions"),
      ("would have come anyway", "redeemed on orders that would have come anyway"),
      ("reward cost (EUR)", "reward cost"),
    ] {
      let whole = try plans.total("value", where: ["plan": plan, "measure": measure])
      #expect(try offers.total(column, where: ["plan": plan]) == whole, "\(column)")
      for row in offers.rows { #expect((Double(row[column] ?? "") ?? 0) > 0, "\(column)") }
    }
    for row in offers.rows {
      let counts = ["eligible", "noticed", "taken"].compactMap { Double(row[$0] ?? "") }
      // The eligible are rounded by themselves; the others are parts that make up a rounded whole.
      #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 - 1 })
      let share = try #require(Double(row["dead weight (share)"] ?? ""))
      #expect(share > 0 && share <= 1)
      #expect(row["fixed cost (EUR)"] == (standsFor == 1 ? "20.00" : "80.00"))
    }
  }

  @Test func cohortsHoldEveryAcquiredCustomer() throws {
    let cohorts = try CSVRows(result.cohortsTable.csv())
    for plan in names {
      let first = ["plan": plan, "age (months of 30 days)": "0"]
      #expect(
        try cohorts.total("customers", where: first) == value("acquired customers", plan))
      #expect(cohorts.matching(first).allSatisfy { $0["retention (share)"] == "1" })
    }
    // 90 days from 2 March: a customer of May has been seen for less than a month of 30 days.
    let may = cohorts.matching(["plan": "today", "month of acquisition": "2026-05"])
    #expect(may.map { $0["observed"] } == ["some"])
    let march = cohorts.matching(["plan": "today", "month of acquisition": "2026-03"])
    #expect(march.map { $0["observed"] } == ["all", "all", "some"])
    var running: Decimal = 0
    for row in march {
      running += try #require(Decimal(string: row["contribution (EUR)"] ?? ""))
      #expect(Decimal(string: row["cumulative contribution (EUR)"] ?? "") == running)
    }
  }

  /// A calendar month of 31 days has room for two ages of 30: nobody may count twice in the first.
  @Test func agesOutlastShortCalendars() async throws {
    var scenario = SmallTown.scenario(plans: 1)
    (scenario.start, scenario.horizon) = (CalendarDate(dayNumber: 20_513), 31)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].trial.hazard = 0.5
    }
    let table = try await SmallTown.result(scenario).cohortsTable
    let cohorts = try CSVRows(table.csv())
    #expect(cohorts.rows.map { $0["age (months of 30 days)"] } == ["0", "1"])
    #expect(cohorts.rows.first?["retention (share)"] == "1")
    #expect(cohorts.sum("active", where: ["age (months of 30 days)": "1"]) > 0)
  }

  @Test func theFunnelNarrowsFromAllProspects() throws {
    let funnel = try CSVRows(result.funnelTable.csv())
    let today = funnel.matching(["plan": "today", "funnel": "customers"])
    #expect(
      today.map { $0["stage"] } == [
        "prospects", "aware", "trials", "first orders", "second orders",
      ])
    #expect(today[0]["count"] == "500")
    let counts = today.compactMap { Double($0["count"] ?? "") }
    let rates = today.compactMap { Double($0["rate from the stage before (share)"] ?? "") }
    #expect(rates.count == 4)
    for (place, rate) in rates.enumerated() {
      // Counts are printed as whole ones or to a tenth, rates computed before that.
      #expect(abs(rate - counts[place + 1] / counts[place]) < 1 / counts[place])
    }
  }

  @Test func partsAddUpToTheDifferenceInProfit() throws {
    let comparison = try CSVRows(result.comparisonTable.csv())
    let difference = try value("profit", "flyers") - value("profit", "today")
    for row in ["part of the difference in profit", "objective"] {
      #expect(try comparison.total("value", where: ["plan": "flyers", "kind": row]) == difference)
    }
    for measure in Measure.all {
      for row in comparison.matching(["plan": "flyers", "figure": measure.title]) {
        #expect(
          try Decimal(string: row["value"] ?? "")
            == value(measure.title, "flyers") - value(measure.title, "today"))
      }
    }
    let objective = try #require(
      comparison.matching(["plan": "flyers", "kind": "objective"]).first)
    #expect(objective["figure"] == "profit")
    #expect(Double(objective["saving by twins (times)"] ?? "").map { $0 > 0 } == true)
    #expect(
      comparison.matching(["plan": "flyers", "figure": "profit"]).count == 1,
      "the objective is not repeated among the differences")
    // Flyers win customers for money.
    let cost = try #require(
      comparison.matching(["plan": "flyers", "figure": "cost per extra customer"]).first)
    #expect(Double(cost["value"] ?? "").map { $0 > 0 } == true)
  }

  /// Where cash ends is what the horizon contributed, and its range that of the contribution.
  @Test func cashEndsAtTheContribution() throws {
    let daily = try CSVRows(result.dailyTable.csv())
    for plan in names {
      let last = try #require(daily.matching(["plan": plan, "day": "90"]).first)
      #expect(
        try Decimal(string: last["cumulative contribution (EUR)"] ?? "")
          == value("contribution within the horizon", plan))
      let row = try #require(
        plans.matching(["plan": plan, "measure": "contribution within the horizon"]).first)
      for end in ["low", "high"] {
        let (there, here) = (
          Double(row[end] ?? ""), Double(last["cumulative contribution \(end) (EUR)"] ?? "")
        )
        // The same range, printed to a step in one file and to a hundredth of it in the other.
        let step = result.statement.money.value(1) / 100
        #expect(abs(try #require(there) - (try #require(here))) < 0.51 * step)
      }
      #expect(
        (last["cumulative contribution against the baseline (EUR)"] == "") == (plan == "today"))
    }
  }

  /// The tests of a difference against their formulas: t over twins with n − 1, and Welch's.
  @Test func testsOfADifferenceAreTheirFormulas() throws {
    let summary = result.comparison.summary
    let reader = result.comparison.reader
    let levels = [0, 2].map {
      Moments(reader.totals([.orders], summary.plans[$0].figures))
    }
    let pairs = Moments(
      zip(
        reader.totals([.orders], summary.plans[2].figures),
        reader.totals([.orders], summary.plans[0].figures)
      ).map { $0 - $1 })
    let row = try #require(
      try CSVRows(result.comparisonTable.csv())
        .matching(["plan": "5 off, “second” visit", "figure": "orders"]).first)
    func p(_ t: Double, _ freedom: Double) throws -> Double {
      2 * (try StudentT(degreesOfFreedom: freedom)).upperTail(abs(t))
    }
    let count = Double(pairs.count)
    let paired = try p(pairs.mean / (try #require(pairs.standardError)), count - 1)
    let errors: [Double] = try levels.map { try #require($0.variance) / count }
    let sum = errors[0] + errors[1]
    let welch = try p(
      (levels[1].mean - levels[0].mean) / sum.squareRoot(),
      sum * sum * (count - 1) / (errors[0] * errors[0] + errors[1] * errors[1]))
    for (column, expected) in [
      ("p-value (paired t over twin markets)", paired),
      ("p-value (Welch, were markets independent)", welch),
    ] {
      let found = try #require(Double(row[column] ?? ""))
      #expect(abs(found / expected - 1) < 1e-8)
    }
    #expect(paired < welch)
  }

  @Test func marginalCostsStandWhereTheyWereStudiedAndNowhereElse() throws {
    let studied = try CSVRows(result.channelsTable.csv())
      .matching(["plan": "flyers", "source": "flyers, door to door"])
    #expect(Double(studied.first?["marginal CPA (EUR)"] ?? "").map { $0 > 0 } == true)
    let without = try CSVRows(RunResult(result.comparison).channelsTable.csv())
    #expect(without.rows.allSatisfy { $0["marginal CPA (EUR)"] == "" })
  }
}
