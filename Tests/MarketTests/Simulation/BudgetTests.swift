import Testing

@testable import Market

@Suite struct BudgetTests {
  private func scenario(budget: Int64?) -> Scenario {
    var scenario = BusyMarket.scenario(people: 3_000, seed: 11)
    scenario.plans[1].offers = [scenario.plans[1].offers[1]]
    scenario.plans[1].offers[0].budget = budget
    return scenario
  }

  private func rewards(_ budget: Int64?) throws -> (cost: Int64, redemptions: Int64) {
    let plan = try #require(Simulation(scenario(budget: budget)).replication(0)).plans[1]
    return (-plan.ledger.total(.reward), plan.events.total(.redemption))
  }

  @Test func aHardBudgetIsNeverExceeded() throws {
    let free = try rewards(nil)
    #expect(free.redemptions > 50)
    for share in [0.1, 0.37, 0.8] {
      let budget = Int64(Double(free.cost) * share)
      let spent = try rewards(budget).cost
      #expect(spent <= budget)
      // The first claim that does not fit ends the offer, so less than one basket's reward is left.
      #expect(spent > budget - 3_000)
    }
  }

  @Test func aBudgetThatDoesNotBindChangesNothing() throws {
    let free = try rewards(nil)
    let ample = try rewards(free.cost)
    #expect(ample == free)
  }

  @Test func aBudgetOfNothingRedeemsNothing() throws {
    let none = try rewards(0)
    #expect(none.cost == 0)
    #expect(none.redemptions == 0)
  }
}
