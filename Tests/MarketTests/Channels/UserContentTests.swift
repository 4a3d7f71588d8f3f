import RealModule
import Testing

@testable import Market

struct UserContentTests {
  private static func plan(
    _ terms: UserContent, engagement: Engagement?
  ) throws -> PlanOutcome {
    var scenario = ChannelSample.scenario(terms)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].engagement = engagement
    }
    return try #require(ChannelSample.plans(scenario).last)
  }

  private static let engagement = Engagement(visits: 0.3, halfLife: 10, floor: 1, half: 2)
  private static let terms = UserContent(pieces: 0.05, seenBy: 20, cost: 50)

  /// Where nobody is engaged nothing is made, and nothing is paid.
  @Test func withoutEngagementThereIsNone() throws {
    let plan = try Self.plan(Self.terms, engagement: nil)
    #expect(plan.path.contacts[ChannelSample.source].allSatisfy { $0 == 0 })
    #expect(plan.path.spend[ChannelSample.source].allSatisfy { $0 == 0 })
    let some = try Self.plan(Self.terms, engagement: Self.engagement)
    #expect(some.path.contacts[ChannelSample.source][30] > 0)
    // Each piece costs 50 and is seen by 20.
    let (contacts, spent) = (
      some.path.contacts[ChannelSample.source].reduce(0, +),
      some.path.spend[ChannelSample.source].reduce(0, +)
    )
    #expect(abs(Double(spent) - contacts / 20 * 50) <= 1)
  }

  /// The more engaged, the more is made, never more than by everybody as active as can be.
  @Test func theEngagedMakeMore() throws {
    let halves = [8.0, 2, 0.1].map { half in
      Engagement(visits: 0.3, halfLife: 10, floor: 1, half: half)
    }
    let contacts = try halves.map {
      try Self.plan(Self.terms, engagement: $0).path.contacts[ChannelSample.source][0]
    }
    #expect(contacts == contacts.sorted() && contacts[0] > 0)
    // Today's customers are 200 in the sample, and some have left.
    #expect(contacts[2] < 0.05 * 20 * 200)
  }

  /// Outside its days nothing is made.
  @Test func itHasDays() throws {
    let plan = try Self.plan(Self.terms, engagement: Self.engagement)
    #expect(plan.path.contacts[ChannelSample.source][60...].allSatisfy { $0 == 0 })
  }
}
