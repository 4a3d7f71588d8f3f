import Documents
import Market
import Testing

@testable import Reports
@testable import Takeaways

struct ScenarioFragmentTests {
  @Test func isAScenario() throws {
    let result = try SmallShop.result(until: nil, horizon: 26)
    let scenario = try ScenarioFile(try ScenarioFragment(result, base: nil).text()).resolve()
      .scenario
    #expect(scenario.name == "shop log")
    #expect(scenario.horizon == 182)
    #expect(scenario.market.segments.map(\.size) == [40])
    #expect(scenario.market.segments.first?.begins == .customers)
  }

  /// A machine first, then its capsules: shares of a thousand per cent are written as a scenario reads them.
  @Test func firstOrdersFarAboveTheRest() throws {
    var rows = ["customer,date,amount"]
    for customer in 0..<30 {
      for visit in 0..<(1 + customer % 4) {
        let day = CalendarDate(dayNumber: 20_454 + customer % 28) + visit * (9 + customer % 5)
        rows.append("\(customer),\(day.iso),\(visit == 0 ? 399 : 25 + (customer + 3 * visit) % 11)")
      }
    }
    let result = try SmallShop.result(rows.joined(separator: "\n") + "\n", until: nil, horizon: 26)
    let scenario = try ScenarioFile(try ScenarioFragment(result, base: nil).text()).resolve()
      .scenario
    let factor = try #require(scenario.market.segments.first).baskets.firstFactor
    let means = (result.summary.firstOrders.mean ?? 0, result.summary.repeatOrders.mean ?? 1)
    #expect(factor > 10 && abs(factor - means.0 / means.1) < 0.005)
  }

  /// The habits it states are the fitted ones, to the six digits it states them with.
  @Test func statesTheFittedFigures() throws {
    let result = try SmallShop.result(law: .bgnbd)
    let model = try #require(result.calibration.fit(of: .bgnbd).model as? BGNBD)
    let habits = try habits(result)
    #expect(abs(habits.shape / model.r - 1) < 1e-5)
    #expect(abs(habits.rate / (model.alpha * 7) - 1) < 1e-5)
    guard case .afterOrders(let a, let b, first: .chance(0)) = habits.lapse else {
      Issue.record("BG/NBD was asked for")
      return
    }
    #expect(abs(a / model.a - 1) < 1e-5)
    #expect(abs(b / model.b - 1) < 1e-5)
  }

  @Test func statesTheOtherLawToo() throws {
    let result = try SmallShop.result(law: .paretoNBD)
    let model = try #require(result.calibration.fit(of: .paretoNBD).model as? ParetoNBD)
    let habits = try habits(result)
    #expect(abs(habits.shape / model.r - 1) < 1e-5)
    #expect(abs(habits.rate / (model.alpha * 7) - 1) < 1e-5)
    guard case .inTime(let s, let beta) = habits.lapse else {
      Issue.record("Pareto/NBD was asked for")
      return
    }
    #expect(abs(s / model.s - 1) < 1e-5)
    #expect(abs(beta / (model.beta * 7) - 1) < 1e-5)
  }

  @Test func whereTheFirstOrderIsAChanceToLeaveItSaysSo() throws {
    let result = try SmallShop.result(law: .mbgnbd)
    let model = try #require(result.calibration.fit(of: .mbgnbd).model as? MBGNBD)
    guard case .afterOrders(let a, let b, first: .own) = try habits(result).lapse else {
      Issue.record("MBG/NBD was asked for")
      return
    }
    #expect(abs(a / model.a - 1) < 1e-5)
    #expect(abs(b / model.b - 1) < 1e-5)
  }

  private func habits(_ result: CalibrationResult) throws -> PurchaseHabits {
    let scenario = try ScenarioFile(try ScenarioFragment(result, base: nil).text()).resolve()
      .scenario
    return try #require(scenario.market.segments.first?.purchases)
  }

  /// What is played, why, and what it takes for granted can be read in the file itself.
  @Test func saysWhichLawItPlays() throws {
    for law in PurchaseLaw.allCases {
      let text = try ScenarioFragment(try SmallShop.result(law: law), base: nil).text()
      #expect(text.contains("\n# It plays \(law.name) as asked, "))
      #expect(text.contains("# \(LawAnswer.leaving(by: law)): "))
    }
  }

  @Test func namesTheTableOfCustomers() throws {
    let result = try SmallShop.result()
    let file = ScenarioFile(try ScenarioFragment(result, base: "a table: here.csv").text())
    #expect(file.neededFiles == ["a table: here.csv"])
  }

  @Test func withoutAFitOfPurchasesThereIsNone() throws {
    let result = try SmallShop.result(SmallShop.newcomers, until: nil)
    let neither = ScenarioFragment.Obstacle.purchases(PurchaseLaw.allCases, .noRepeatBuyers)
    #expect(throws: neither) { try ScenarioFragment(result, base: nil) }
    #expect(
      "\(neither)"
        == "none of BG/NBD, MBG/NBD, Pareto/NBD can be fitted: nobody bought again on a later day")
    let asked = try SmallShop.result(SmallShop.newcomers, until: nil, law: .paretoNBD)
    let one = ScenarioFragment.Obstacle.purchases([.paretoNBD], .noRepeatBuyers)
    #expect(throws: one) { try ScenarioFragment(asked, base: nil) }
    #expect("\(one)" == "Pareto/NBD cannot be fitted: nobody bought again on a later day")
  }
}
