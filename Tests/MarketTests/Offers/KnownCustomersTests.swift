import Testing

@testable import Market

/// Offers that look at what is known of today's customers from before the first day.
struct KnownCustomersTests {
  /// A third last ordered 90 days ago, a third 20 and a third 5; nobody orders within the horizon.
  private static func plan(_ change: (inout Offer) -> Void) throws -> PlanOutcome {
    let run = OracleRun(number: 0, seed: 8, size: 1)
    var segment = run.regulars(.customers, people: 300, rate: 1e-9)
    segment.size = 0
    segment.base = (0..<300).map {
      let ago = [90.0, 20, 5][$0 % 3]
      return TodaysCustomer(repeats: 3, recency: 200 - ago, age: 200, meanBasket: 3_000)
    }
    var offer = Offer(
      name: "coupon", terms: Coupon(.fixed(100)), orders: .repeats, segments: [0],
      window: 0..<30, participation: .decided(attention: 1, fading: 5, noise: 0), effect: .lift(0))
    change(&offer)
    let scenario = run.scenario(horizon: 30, segment: segment, offers: [offer])
    return try #require(run.play(scenario, replications: 1).first)
  }

  /// Who has been silent for so long already comes to it as it opens, the others on the day on which they have.
  @Test(arguments: [(60.0, 0, 100), (60, 12, 100), (15, 0, 300), (22, 0, 300), (40, 0, 200)])
  func theSilentComeToItFromTheirLastOrderOn(
    _ days: Double, opening: Int, eligible: Int64
  ) throws {
    let plan = try Self.plan {
      $0.silence = .days(days)
      $0.window = opening..<30
    }
    #expect(plan.counted(.eligible) == eligible)
  }

  /// Who ordered in the days before an offer that opens with the first day is sorry, as far as that is known.
  @Test(arguments: [(3.0, 0), (7, 100), (21, 200), (100, 300)])
  func whoOrderedShortlyBeforeTheFirstDayIsSorry(_ within: Double, sorry: Int64) throws {
    let plan = try Self.plan { $0.regret = Regret(within: within, least: 0, loss: 0.1) }
    #expect(plan.counted(.letDown) == sorry)
  }

  /// Points that members begin with last from their last order on; who would have lost them by now keeps them as long from
  /// the opening on.
  @Test(arguments: [(20.0, 300), (30, 200), (40, 100)])
  func pointsAtTheStartLastFromTheLastOrderOn(_ expiry: Double, lost: Int64) throws {
    let plan = try Self.plan {
      $0.terms = PointsProgramme(earned: 0, block: 10, off: 100, expiry: expiry, atStart: 10)
      $0.participation = .automatic
    }
    #expect(plan.counted(.pointsAtStart) == 3_000)
    #expect(plan.counted(.pointsExpired) == 10 * lost)
  }
}
