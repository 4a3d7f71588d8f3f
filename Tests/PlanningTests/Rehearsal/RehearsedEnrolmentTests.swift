import Experiments
import Market
import Statistics
import Testing

@testable import Planning

/// People who come into a test one after the other.
@Suite struct RehearsedEnrolmentTests {
  /// Everybody has heard of us; a coupon on repeat orders is met after the first.
  private func design(_ enrolment: Enrolment, lift: Double = 2) throws -> RehearsalDesign {
    var scenario = QuietMarket.scenario(people: 300, lift: lift)
    scenario.market.segments[0].begins = .prospects(aware: 1)
    scenario.market.segments[0].trial = Trial(hazard: 0.03, pause: 20)
    scenario.market.segments[0].decision = FirstPurchase(intercept: 2)
    return try RehearsalDesign(
      scenario, arms: [0, 1], days: 30, metric: .orders, looks: 5, rehearsals: 80,
      enrolment: enrolment)
  }

  @Test func theTestIsAboutThoseWhoCanMeetTheCoupon() async throws {
    let exposed = try await Rehearsal(try design(.exposed), threads: 2).run()
    let start = try await Rehearsal(try design(.start), threads: 2).run()
    #expect(start.enrolled.value == 300 && start.people == 300)
    // An aware prospect tries within 30 days with probability 1 − e^{−0.9}, and buys with e²/(1 + e²): 0.52.
    let expected = 300 * (1 - 0.40657) * 0.88080
    let interval = try #require(exposed.enrolled.interval)
    #expect(abs(exposed.enrolled.value - expected) < 1.5 * interval.width)
    let people = exposed.comparisons[0].powerByDay.map(\.people)
    #expect(people == people.sorted() && people[0] < people[people.count - 1])

    // The same effect in all, on fewer people each of whom shows more of it: sampling hides it less.
    let (few, all) = (
      try #require(exposed.comparisons[0].metrics.first { $0.metric == .orders }),
      try #require(start.comparisons[0].metrics.first { $0.metric == .orders })
    )
    #expect(
      abs(few.truth.value * exposed.enrolled.value / (all.truth.value * 300) - 1) < 0.02)
    #expect(few.power.value > all.power.value)
    #expect(few.interference.value == 0 && all.interference.value == 0)
    #expect(exposed.decision.profits[1].value == start.decision.profits[1].value)
  }

  @Test func informationIsDaysLivedInTheTest() throws {
    func information(_ enrolment: Enrolment) throws -> [Double] {
      let design = try design(enrolment)
      let market = ArmMarket(design.scenario, design.arms, observations: design.observations)
      let played = RehearsedMarket(market, design.shares, replication: 0, salts: [0])
      return RehearsalReader(design, people: 300, [played]).informationAtLooks
    }
    #expect(try information(.start) == [0.2, 0.4, 0.6, 0.8, 1])
    let growing = try information(.exposed)
    #expect(growing == growing.sorted() && growing[4] == 1)
    // Fewer are there at first: less than in proportion to the days.
    for (look, share) in growing.dropLast().enumerated() {
      #expect(share > 0 && share < 0.2 * Double(look + 1))
    }
  }

  /// Rehearsals made by the product and played anew: the same to rounding.
  @Test(arguments: Enrolment.allCases) func bothWaysAgree(enrolment: Enrolment) async throws {
    let result = try await Rehearsal(try design(enrolment), threads: 2).run()
    let replay = try #require(result.replay)
    #expect(replay.experiments == 2 && replay.largestDifference < 1e-9)
  }

  /// Four hundred tests of the control against itself: bounds fail by luck once in some thousand seeds.
  @Test func rulesKeepTheirErrorRate() async throws {
    let one = try design(.exposed)
    let design = try RehearsalDesign(
      one.scenario, arms: [0, 1], days: 30, metric: .orders, looks: 5, rehearsals: 400)
    let result = try await Rehearsal(design, threads: 2).run()
    let rates = Dictionary(
      uniqueKeysWithValues: result.comparisons[0].rules.map { ($0.rule, $0.falseAlarms.value) })
    let once = try #require(rates[.once])
    #expect(once > 0.02 && once < 0.09)
    #expect(try #require(rates[.peeking]) > once + 0.02)
    #expect(try #require(rates[.obrienFleming]) < 0.09)
    #expect(try #require(rates[.confidenceSequence]) < 0.05)
  }

  @Test func roundingIsNoDifference() {
    #expect(difference(0.1 + 0.2, 0.3) == 0)
    #expect(difference(1e9 + 1e-4, 1e9) == 0)
    #expect(difference(1, 1 - 1e-11) > 0)
    #expect(difference(0, 0) == 0 && difference(1e-300, 0) > 0)
  }
}
