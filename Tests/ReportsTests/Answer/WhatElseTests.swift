import Analyses
import Market
import Planning
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

struct WhatElseTests {
  private func sentences(
    _ objective: Objective = .acquired, _ change: (inout Scenario) -> Void
  ) async throws -> [String] {
    var scenario = SmallTown.scenario(objective: objective)
    scenario.guardrails = []
    scenario.stopping = StoppingRule(minimum: 12, maximum: 12)
    change(&scenario)
    return try await Answer(SmallTown.result(scenario)).sentences
  }

  /// The flyers cost 15 EUR on each of 40 days, and 2 EUR a day besides: 680 EUR.
  @Test func whatWinningCustomersCostsIsSaid() async throws {
    let said = try await sentences { $0.plans.removeLast() }
    #expect(said.count == 3)
    #expect(said[2].contains("it spends 680 EUR more on winning customers and wins "))
    #expect(said[2].contains(" for each extra one."))
  }

  /// One euro a day for 90 days is no part of what winning costs, by definition: it is said beside.
  @Test func whatIsPaidBesideWinningIsSaid() async throws {
    let said = try await sentences {
      $0.plans.removeLast()
      $0.plans[1].operations.fixedCosts = [FixedCost(name: "letters", perDay: 100)]
    }
    #expect(said[2].contains(/for each extra one, without 90(\.00)? EUR more for fixed costs/))
  }

  @Test func whomRewardsWentToIsSaidWhereNobodyIsWon() async throws {
    let said = try await sentences(.orders) {
      $0.plans.remove(at: 1)
      $0.plans[1].offers[0].effect = .lift(20)
    }
    let last = try #require(said.last)
    let match = try #require(
      last.firstMatch(
        of:
          /of (\d+) orders with a reward (\d+) would have come anyway and (\d+) would not; other orders are (\d+) (more|fewer), so that (\d+) more in all come\.$/
      ))
    let figures = [match.1, match.2, match.3, match.4, match.6].map { Int($0) ?? 0 }
    let others = match.5 == "more" ? figures[3] : -figures[3]
    #expect(figures[0] == figures[1] + figures[2] && figures[2] + others == figures[4])
  }

  /// Two coupons may be redeemed on one order: then redemptions are no orders.
  @Test func redemptionsMayShareAnOrder() async throws {
    let said = try await sentences(.orders) {
      $0.plans.remove(at: 1)
      $0.plans[1].offers[0].effect = .lift(20)
      var second = $0.plans[1].offers[0]
      second.name = "second"
      $0.plans[1].offers.append(second)
    }
    let last = try #require(said.last)
    #expect(last.contains(" redemptions, of which several may be on one order, "))
    #expect(!last.contains("orders with a reward"))
  }

  /// Points come with every order: that these would have come anyway says nothing.
  @Test func pointsHaveNoDeadWeight() async throws {
    let said = try await sentences(.orders) {
      $0.plans.removeLast()
      $0.plans[1] = $0.plans[0]
      $0.plans[1].name = "card"
      $0.plans[1].offers = [
        Offer(
          name: "card",
          terms: PointsProgramme(earned: 0.01, block: 10, off: 100, pull: 5), orders: .every,
          segments: [0, 1], window: 0..<90, participation: .automatic, effect: .lift(3))
      ]
    }
    #expect(said.first?.hasPrefix("“card” brings ") == true)
    #expect(!said.joined().contains("come anyway"))
  }

  /// Of those a win-back moves, whom it brought back is told apart from who was only slow.
  @Test func whoWasOnlySlowIsSaid() async throws {
    let said = try await sentences(.orders) {
      $0.plans.removeLast()
      $0.plans[1] = $0.plans[0]
      $0.plans[1].name = "written to"
      $0.plans[1].offers = [
        Offer(
          name: "come back", terms: WinBack(silence: .days(20), opened: 1, comesBack: 0.5),
          orders: .repeats,
          segments: [0, 1], window: 0..<90,
          participation: .decided(attention: 1, fading: .infinity, noise: 0), effect: .lift(0))
      ]
    }
    let match = try #require(
      said.last?.firstMatch(
        of:
          /of (\d+) times that somebody took part in “come back” (\d+) brought back who had left; (\d+) had left and did not return, (\d+) were only slow/
      ))
    let counts = [match.1, match.2, match.3, match.4].map { Int($0) ?? 0 }
    #expect(counts[1...].allSatisfy { $0 > 0 } && counts[0] == counts[1...].reduce(0, +))
  }

  /// First orders of bonus hunters are nobody's who was won by a reward.
  @Test func huntersAreNotAmongTheWon() async throws {
    let scenario = SmallTown.withHunters
    let result = try await SmallTown.result(scenario)
    let orders = result.statement.total([.firstOrders], plan: 1)
    let acquired = result.statement.total([.acquired], plan: 1)
    #expect(orders > acquired + 100)
    #expect(abs(result.countOfPeople(.firstOrders, plan: 1) - acquired) < 1.01)
    // Nor is any of them won over against their twins.
    let flips = try #require(result.comparison.plans[1].difference).flips
    #expect(flips.map(\.segment) == Array(scenario.market.segments.map(\.name).prefix(2)))
    let table = try #require(
      result.details(leader: result.standings.first).first { $0.title.hasPrefix("Who bought") }
    )
    .table
    #expect(table.rows.count == 2)
    let hunters = try CSVRows(result.segmentsTable.csv())
      .matching(["plan": scenario.plans[1].name, "segment": "bonus hunters"])
    #expect(hunters[0]["persuaded"].flatMap { Double($0) } == 0)
    let funnel = try CSVRows(result.funnelTable.csv())
      .matching(["plan": scenario.plans[1].name, "funnel": "customers"])
    #expect(funnel[0]["count"] == "500")
    #expect(abs(try #require(Double(funnel[3]["count"] ?? "")) - acquired) < 1.01)
  }

  /// A bound in the middle of what repeat rates come to: half of the markets keep it.
  @Test func whatCannotBeSaidIsSaid() async throws {
    var scenario = SmallTown.scenario(plans: 2, objective: .acquired)
    scenario.guardrails = []
    let played = try await SmallTown.result(scenario)
    let rate = try #require(played.comparison.plans[1]["repeat rate"].estimate?.value)
    let said = try await sentences {
      $0.plans.removeLast()
      $0.stopping = StoppingRule(minimum: 30, maximum: 30)
      $0.guardrails = [Guardrail(measure: .repeatRate, bound: .atLeast(rate))]
    }
    #expect(said.last?.contains("hether it keeps “repeat rate at least ") == true)
    #expect(said.last?.contains(/\(kept in \d+ of 100 markets\) can't be said/) == true)
  }

  @Test func whatWouldTellIsSaid() async throws {
    var scenario = SmallTown.scenario(plans: 3)
    scenario.plans.remove(at: 1)
    scenario.stopping = StoppingRule(minimum: 3, maximum: 3)
    let result = try await SmallTown.result(scenario)
    guard case .unclear = Verdict(result.standings) else {
      Issue.record("three replications were expected to leave it open")
      return
    }
    let said = Answer(result).sentences
    #expect(
      said[1]
        == "Only three replications were played, which alone makes the range wide: play 30 or more."
    )
    #expect(
      said[2].contains(/^About [\d,]+ replications would tell \(--replications \d+\); until then/)
        || said[2].hasPrefix("The two are as good as equal"))
  }
}
