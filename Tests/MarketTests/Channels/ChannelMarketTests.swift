import Testing

@testable import Market

@Suite struct ChannelMarketTests {
  private let channel = Channel(
    name: "search", kind: .paid, reach: 0.4, audience: [0], buying: .budget(1_000),
    days: 10..<100, price: 50, inflation: 0.21, scarcity: 2, fixedCostPerDay: 30,
    contentCost: 500, contentEvery: 30)

  @Test func thePriceRisesWithTimeAndReach() {
    var market = ChannelMarket(channel: channel, audience: 200, prospects: 200)
    #expect(market.price(on: 0, reached: 0) == 50)
    #expect(abs(market.price(on: 365, reached: 0) - 60.5) < 1e-9)
    #expect(abs(market.price(on: 0, reached: 0.25) - 75) < 1e-9)
    market.reached = 50
    let bought = market.buy(on: 10)
    #expect(bought.spend == 1_000)
    #expect(abs(bought.contacts * bought.price - 1_000) < 1e-9)
    #expect(bought.contacts < market.mostContacts(on: 10))
    #expect(market.buy(on: 100).contacts == 0)
  }

  @Test func fixedCostsFallDueOnOpenDays() {
    let market = ChannelMarket(channel: channel, audience: 200, prospects: 200)
    #expect(market.fixedCost(on: 9) == 0)
    #expect(market.fixedCost(on: 10) == 530)
    #expect(market.fixedCost(on: 11) == 30)
    #expect(market.fixedCost(on: 40) == 530)
  }

  @Test func wholeUnitsArePostedAndRemaindersCarried() {
    var carry = Carry()
    let posted = (0..<10).map { _ in carry.post(33.37) }
    #expect(posted.allSatisfy { $0 == 33 || $0 == 34 })
    #expect(posted.reduce(0, +) == 333)
  }
}
