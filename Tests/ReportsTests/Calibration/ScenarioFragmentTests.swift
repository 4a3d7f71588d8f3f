import Market
import Reports
import Testing

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

  /// The habits it states are the fitted ones, to the six digits it states them with.
  @Test func statesTheFittedFigures() throws {
    let result = try SmallShop.result()
    let scenario = try ScenarioFile(try ScenarioFragment(result, base: nil).text()).resolve()
      .scenario
    let model = try #require(result.calibration.bgnbd.model)
    let habits = try #require(scenario.market.segments.first?.purchases)
    #expect(abs(habits.shape / model.r - 1) < 1e-5)
    #expect(abs(habits.rate / (model.alpha * 7) - 1) < 1e-5)
  }

  @Test func namesTheTableOfCustomers() throws {
    let result = try SmallShop.result()
    let file = ScenarioFile(try ScenarioFragment(result, base: "a table: here.csv").text())
    #expect(file.neededFiles == ["a table: here.csv"])
  }

  @Test func withoutAFitOfPurchasesThereIsNone() throws {
    let result = try SmallShop.result(SmallShop.newcomers, until: nil)
    #expect(throws: ScenarioFragment.Obstacle.purchases(.noRepeatBuyers)) {
      try ScenarioFragment(result, base: nil)
    }
    #expect(
      "\(ScenarioFragment.Obstacle.purchases(.noRepeatBuyers))"
        == "BG/NBD cannot be fitted: nobody bought again on a later day")
  }
}
