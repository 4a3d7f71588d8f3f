import Market
import Planning
import Reports
import Statistics
import Testing

/// The same figures by different ways through the tables.
struct TablesAgreeTests {
  private let result: RunResult

  init() async throws { result = try await SmallTown.played.value }

  private var plans: CSVRows { get throws { try CSVRows(result.plansTable.csv(moneyDecimals: 2)) } }

  private func value(_ column: String, _ plan: String) throws -> Double {
    let row = try #require(try plans.matching(["plan": plan]).first)
    return try #require(Double(row[column] ?? ""))
  }

  private let names = ["today", "flyers", "5 off, “second” visit"]

  @Test func theLedgerAddsUpToTheContribution() throws {
    let ledger = try CSVRows(result.ledgerTable.csv(moneyDecimals: 2))
    for plan in names {
      let sum = ledger.sum("amount (EUR)", where: ["plan": plan])
      let contribution = try value("contribution within the horizon (EUR)", plan)
      // Rounding of at most 24 rows to a hundredth of a cent.
      #expect(abs(sum - contribution) < 24 * 0.00005 + 0.0001)
    }
  }

  @Test func daysAddUpToTheTotals() throws {
    let daily = try CSVRows(result.dailyTable.csv(moneyDecimals: 2))
    #expect(daily.rows.count == 3 * 90)
    #expect(daily.rows[0]["day"] == "1")
    #expect(daily.rows[0]["date"] == "2026-03-02")
    #expect(daily.rows[89]["date"] == "2026-05-30")
    for plan in names {
      for (column, total) in [
        ("contribution (EUR)", "contribution within the horizon (EUR)"),
        ("revenue (EUR)", "revenue (EUR)"), ("spend (EUR)", "spend (EUR)"),
      ] {
        // 90 days to a hundredth of a cent.
        let sum = daily.sum(column, where: ["plan": plan])
        #expect(abs(sum - (try value(total, plan))) < 90 * 0.00005 + 0.0001)
      }
      let orders =
        daily.sum("first orders", where: ["plan": plan])
        + daily.sum("repeat orders", where: ["plan": plan])
      #expect(abs(orders - (try value("orders", plan))) < 180 * 0.00005 + 0.0001)
    }
  }

  @Test func segmentsAndSourcesAddUpToTheAcquired() throws {
    let segments = try CSVRows(result.segmentsTable.csv())
    let channels = try CSVRows(result.channelsTable.csv())
    for plan in names {
      let acquired = try value("acquired customers", plan)
      let bySegment = segments.sum("acquired customers", where: ["plan": plan])
      let bySource = channels.sum("acquired", where: ["plan": plan])
      #expect(abs(bySegment - acquired) < 0.001)
      #expect(abs(bySource - acquired) < 0.001)
    }
    // Text that begins with = is the planner's; a spreadsheet must not compute it.
    #expect(segments.rows.contains { $0["segment"] == "'=students" })
  }

  @Test func cohortsHoldEveryAcquiredCustomer() throws {
    let cohorts = try CSVRows(result.cohortsTable.csv(moneyDecimals: 2))
    for plan in names {
      let first = ["plan": plan, "age (months of 30 days)": "0"]
      #expect(
        abs(cohorts.sum("customers", where: first) - (try value("acquired customers", plan)))
          < 0.001)
      #expect(cohorts.matching(first).allSatisfy { $0["retention (share)"] == "1" })
    }
    // 90 days from 2 March: a customer of May has been seen for less than a month of 30 days.
    let may = cohorts.matching(["plan": "today", "month of acquisition": "2026-05"])
    #expect(may.map { $0["observed"] } == ["some"])
    let march = cohorts.matching(["plan": "today", "month of acquisition": "2026-03"])
    #expect(march.map { $0["observed"] } == ["all", "all", "some"])
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
      #expect(abs(rate - counts[place + 1] / counts[place]) < 0.0001)
    }
  }

  @Test func partsAddUpToTheDifferenceInProfit() throws {
    let comparison = try CSVRows(result.comparisonTable.csv(moneyDecimals: 2))
    let parts = comparison.sum(
      "value", where: ["plan": "flyers", "kind": "part of the difference in profit"])
    let difference = try value("profit (EUR)", "flyers") - value("profit (EUR)", "today")
    #expect(abs(parts - difference) < 0.001)
    let objective = try #require(
      comparison.matching(["plan": "flyers", "kind": "objective"]).first)
    #expect(objective["figure"] == "profit")
    #expect(Double(objective["saving by twins (times)"] ?? "").map { $0 > 0 } == true)
    #expect(
      comparison.matching(["plan": "flyers", "figure": "profit"]).count == 1,
      "the objective is not repeated among the differences")
    let rewardless = comparison.matching([
      "plan": "flyers", "figure": "reward cost per incremental order",
    ])
    #expect(rewardless.first?["value"] == "")
    #expect(rewardless.first?["not computed"] == "no rewards")
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
