import Statistics
import Testing

@testable import Market

struct SplitRewardTests {
  /// At costs of 5 and 3 the closed form is largest at α = .580541 (SciPy 1.17.1, minimize_scalar), where it is .769049.
  ///
  /// At 60,000 inviters the differences of .024 and .029 are 9 standard errors and more.
  @Test func thereIsABestPart() {
    let run = OracleRun(number: 61, seed: 4, size: 0.5)
    let products = [0.480541, 0.580541, 0.680541].map { part in
      Moments(
        run.splitTakeUps(of: 2_000, inviterGets: part, costs: (500, 300), replications: 60)
      ).mean
    }
    #expect(products[1] > products[0] && products[1] > products[2])
  }

  private func invitation(_ keys: String) throws -> Invitation? {
    let scenario = try Sample.resolve([
      "coupons:": "invitations:",
      "second visit: {value: 10 CNY, orders: second, window: day 1..30, attention: {chance: 40%}}":
        "bring one: {\(keys), usual success: 10%, window: day 1..30, attention: {chance: 40%}}",
    ])
    return scenario.plans[1].offers[0].terms as? Invitation
  }

  /// A shared sum is what both get, to the cent.
  @Test func aSumIsShared() throws {
    let plain = try #require(try invitation("reward: 11.61 CNY, welcome: 8.39 CNY"))
    #expect(plain.reward == 1_161 && plain.welcome == 839)
    #expect(try invitation("shared: 20 CNY, inviter gets: 58.05%") == plain)
    let third = try #require(try invitation("shared: 10 CNY, inviter gets: 33.333%"))
    #expect(third.reward == 333 && third.welcome == 667)
    #expect(try invitation("reward: 5 CNY")?.welcome == 0)
  }
}
