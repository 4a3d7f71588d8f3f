import Statistics
import Testing

@testable import Market

@Suite struct ChannelMarketTests {
  private let channel = Channel(
    name: "search", kind: .paid, reach: 0.4, audience: [0], buying: .budget(1_000),
    days: 10..<100, price: 50, inflation: 0.21, scarcity: 2, fixedCostPerDay: 30,
    contentCost: 500, contentEvery: 30)

  private func market(reached: Int = 0) -> ChannelMarket {
    var market = ChannelMarket(
      channel, audience: 200, prospects: 200, Draws(seed: 1, replication: 0))
    market.reached = reached
    return market
  }

  private func day(_ day: Int, reached: Int = 0, prices: Double = 1) -> ChannelDay {
    var market = market(reached: reached)
    return market.open(day, prices: prices)
  }

  @Test func thePriceRisesWithTimeAndReach() throws {
    let terms = try #require(channel.bought)
    #expect(terms.price(on: 0, reached: 0) == 50)
    #expect(abs(terms.price(on: 365, reached: 0) - 60.5) < 1e-9)
    #expect(abs(terms.price(on: 0, reached: 0.25) - 75) < 1e-9)
    let bought = day(10, reached: 50)
    #expect(bought.spend == 1_000)
    #expect(abs(bought.contacts * bought.price - 1_000) < 1e-9)
    #expect(bought.contacts < day(10).contacts)
    #expect(day(100).contacts == 0)
    #expect(day(10, prices: 2).contacts == day(10).contacts / 2)
  }

  @Test func fixedCostsFallDueOnOpenDays() {
    #expect([9, 10, 11, 40].map { day($0).fixedCost } == [0, 530, 30, 530])
  }

  /// After the horizon the baseline's goes on, or nothing more is done; whom it has reached it has reached.
  @Test func theBaselinesGoesOn() {
    let people = [
      Segment(
        name: "people", size: 300, purchases: Published.habits, baskets: Published.baskets)
    ]
    var market = market(reached: 50)
    var later = channel
    later.bought?.buying = .contacts(30)
    market.turn(to: later, people)
    #expect(market.open(20, prices: 1).contacts == 30)
    #expect(market.reached == 50 && market.audience == 300)
    later.days = 0..<0
    market.turn(to: later, people)
    #expect(market.open(20, prices: 1).contacts == 0)
  }

  @Test func wholeUnitsArePostedAndRemaindersCarried() {
    var carry = Carry()
    let posted = (0..<10).map { _ in carry.post(33.37) }
    #expect(posted.allSatisfy { $0 == 33 || $0 == 34 })
    #expect(posted.reduce(0, +) == 333)
  }

  /// Sixty days at 0.4 are 24, and a hundred at 0.4 are 40, whatever binary fractions add up to.
  @Test(
    arguments: [(0.4, 60, 24), (0.4, 100, 40), (0.1, 10, 1), (1.1, 365, 401)]
      as [(Double, Int, Int64)])
  func decimalsAddUp(_ amount: Double, _ times: Int, _ whole: Int64) {
    var carry = Carry()
    #expect((0..<times).reduce(0) { sum, _ in sum + carry.post(amount) } == whole)
  }
}
