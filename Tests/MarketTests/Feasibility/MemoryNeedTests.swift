import Documents
import Foundation
import Testing

@testable import Market

/// What a market takes in memory: held against what the system counted, and said before it is played.
@Suite struct MemoryNeedTests {
  /// Nothing but word of mouth couples anybody.
  private func scenario(_ people: Int, plans: Int = 1, isCoupled: Bool = false) -> Scenario {
    var scenario = BusyMarket.scenario(people: 10, seed: 5, horizon: 60)
    scenario.market.segments[0].size = people
    scenario.market.product.iteration = nil
    for place in scenario.market.segments.indices {
      scenario.market.segments[place].feedback =
        isCoupled ? Feedback(probability: 0.3, influence: 2) : Feedback()
    }
    scenario.plans = (0..<plans).map { Plan(name: "plan \($0)", channels: []) }
    return scenario
  }

  private func bytes(
    _ scenario: Scenario, replications: Int = 30, threads: Int = 1, processors: Int = 1
  ) -> Double {
    need(scenario, replications: replications, threads: threads, processors: processors).bytes
  }

  private func need(
    _ scenario: Scenario, replications: Int = 30, threads: Int = 2, processors: Int = 2
  ) -> MemoryNeed {
    MemoryNeed(
      scenario, replications: replications, threads: threads, processors: processors)
  }

  /// What Linux counted as resident (`/usr/bin/time -f %M`, one processor by `taskset`, two replications) with 200,000
  /// people, less what the command takes with hardly any, in MB.
  ///
  /// An estimate from the size of a person: of what offers note of each only part is ever noted, which makes it 1.6 times
  /// too large in one story; what is refused makes allowance for that.
  @Test(arguments: [
    ("b2b-security", 86), ("community-launch", 125), ("record-shop", 248),
    ("referral-reward", 195), ("k12-course", 405), ("restaurant", 502),
  ])
  func isWhatTheSystemCounted(_ story: String, _ megabytes: Double) throws {
    let url = Fixture.package.appending(path: "scenarios/\(story).yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
      .replacing(/\npeople: [0-9]+/, with: "\npeople: 200000")
    let scenario = try ScenarioFile(text).resolve().scenario
    let ratio = bytes(scenario, replications: 2) / (megabytes * 1e6)
    #expect((0.8...1.6).contains(ratio), "\(ratio)")
  }

  @Test(arguments: [(1_000_000_000, "GB of memory"), (20_000, nil)])
  func whatAMachineCannotHoldIsSaid(_ people: Int, _ words: String?) {
    let need = self.need(scenario(people, isCoupled: true))
    let problem = need.problem(available: 16e9, limit: "this machine has")
    #expect((problem == nil) == (words == nil))
    if let words {
      #expect(problem?.contains(words) == true && problem?.contains("stands for") == true)
      #expect(problem?.contains(", and this machine has 16 GB. ") == true)
    }
  }

  /// What is needed and what is left are never written alike, and never as less than nothing.
  @Test(arguments: [0.999, 0.5, 0.01, -1])
  func figuresAreToldApart(_ share: Double) throws {
    let need = self.need(scenario(1_000_000_000), replications: 1)
    let text = try #require(need.problem(available: share * need.bytes / 1.6, limit: "it has"))
    let figures = text.matches(of: /([0-9.]+) GB/).compactMap { Double($0.1) }
    #expect(figures.count == 2 && figures[0] > figures[1] && figures[1] >= 0)
    #expect(need.problem(available: need.bytes, limit: "it has") == nil)
  }

  @Test func whoIsMostOfAMarketIsSaid() {
    var hunted = scenario(10, isCoupled: true)
    hunted.market.segments.append(
      Segment(
        name: "bonus hunters", accounts: 1_000_000_000, hunters: Hunters(accounts: 1_000, order: 1),
        participation: ParticipationCost(time: 100)))
    let need = self.need(hunted)
    #expect(
      need.problem(available: 16e9, limit: "this machine has")?
        .contains(" Most of it is for 1,000,000,000 accounts of bonus hunters. ") == true)
  }

  /// Whole markets are held by each thread that plays one, crowds where nobody is coupled.
  @Test func coupledMarketsAreHeldByEachThread() {
    let coupled = scenario(1_000_000, isCoupled: true)
    let apart = scenario(1_000_000)
    #expect(!Coupling.all(coupled, coupled.plans[0]).isEmpty)
    #expect(Coupling.all(apart, apart.plans[0]).isEmpty)
    let one = bytes(coupled)
    #expect(bytes(coupled, threads: 4, processors: 4) > 3 * one)
    // One thread leaves behind what it played, and another plays the next.
    #expect(bytes(coupled, threads: 1, processors: 4) > 1.8 * one)
    #expect(bytes(coupled, threads: 1, processors: 4) < 2.1 * one)
    // One replication is one market, and one processor one thread, however many threads there are.
    #expect(bytes(coupled, replications: 1, threads: 4, processors: 4) == one)
    #expect(bytes(coupled, threads: 4, processors: 1) == one)
    #expect(bytes(apart, threads: 4, processors: 4) < 0.5 * one)
    #expect(bytes(scenario(2_000_000, isCoupled: true)) > 1.9 * one)
    #expect(bytes(scenario(1_000_000, plans: 3, isCoupled: true)) > 2 * one)
  }
}
