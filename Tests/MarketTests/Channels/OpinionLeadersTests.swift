import RealModule
import Testing

@testable import Market

struct OpinionLeadersTests {
  private let terms = OpinionLeaders(every: 7, fee: 5_000, shape: 1.5, least: 20)

  private func posts(_ replication: Int, name: String = "tried", open: Range<Int> = 0..<350)
    -> [Double]
  {
    ChannelSample.days(terms, open: open, count: 350, replication: replication, name: name)
      .filter { $0.fixedCost > 0 }.map(\.contacts)
  }

  /// Pareto(1.5, 20): mean 60, a quarter of posts above 20·4^(1/1.5) = 50.397.
  @Test func postsArePareto() {
    #expect(terms.mean == 60)
    #expect(abs(terms.exceeded(by: 0.25) - 50.396842) < 1e-6)
    let all = (0..<200).flatMap { posts($0) }
    #expect(all.count == 10_000 && all.allSatisfy { $0 >= 20 })
    let above = Double(all.filter { $0 > 50.396842 }.count)
    #expect(abs(above - 2_500) < 4 * (10_000 * 0.25 * 0.75).squareRoot())
  }

  /// A post's reach hangs on the replication, the channel's name and the post's number, and on nothing else.
  @Test func luckIsTheMarkets() throws {
    let first = posts(0)
    #expect(posts(0) == first)
    #expect(posts(0, open: 3..<350)[..<49] == first[..<49])
    #expect(posts(1) != first && posts(0, name: "others") != first)
    // The same in a plan beside others, in one alone, and whoever looks at it first.
    let scenario = ChannelSample.scenario(terms)
    var alone = scenario
    alone.plans = [scenario.plans[1]]
    alone.baselineAfterwards = scenario.plans[0]
    let both = ChannelSample.plans(scenario)
    let one = try #require(ChannelSample.plans(alone).first)
    #expect(both[1].ledger == one.ledger && both[1].path == one.path)
    #expect(both[1].path.contacts[2].filter { $0 > 0 } == Array(contactsInMarket(both).prefix(9)))
  }

  private func contactsInMarket(_ plans: [PlanOutcome]) -> [Double] {
    stride(from: 0, to: 60, by: 7).map { plans[1].path.contacts[ChannelSample.source][$0] }
  }

  /// Crowds that are played apart meet the same posts as those that are played together, day by day.
  @Test func allCrowdsSeeTheSamePosts() throws {
    func outcome(coupled: Bool) throws -> PlanOutcome {
      var scenario = ChannelSample.scenario(terms, people: 14_000)
      scenario.market.product.iteration = nil
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].feedback = Feedback()
      }
      for plan in scenario.plans.indices {
        scenario.plans[plan].offers = []
        // So little that no price moves: it only makes the market one.
        scenario.plans[plan].channels[0].bought?.scarcity = coupled ? 1e-300 : 0
      }
      #expect(Simulation(scenario).shards == (coupled ? 1 : 3))
      return try #require(ChannelSample.plans(scenario, replication: 3).last)
    }
    let (apart, together) = (try outcome(coupled: false), try outcome(coupled: true))
    #expect(apart.path == together.path)
    #expect(apart.ledger == together.ledger && apart.events == together.events)
  }

  @Test func postsDifferBetweenReplications() throws {
    let scenario = ChannelSample.scenario(terms)
    let paths = (0..<2).map { ChannelSample.plans(scenario, replication: $0)[1].path }
    #expect(paths[0].contacts[2] != paths[1].contacts[2])
    #expect(paths[0].spend[2] == paths[1].spend[2])
  }
}
