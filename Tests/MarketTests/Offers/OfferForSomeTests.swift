import RealModule
import Testing

@testable import Market

/// Offers for members of a group of ours, and for the silent.
struct OfferForSomeTests {
  private static func group(_ joins: Double, atStart: Double = 0, window: Range<Int> = 0..<60)
    -> Offer
  {
    Offer(
      name: "group", terms: Audience(joinsAtOrder: joins, every: 7, membersAtStart: atStart),
      orders: .every, segments: [0], window: window, participation: .automatic, effect: .lift(0))
  }

  private static func coupon(_ change: (inout Offer) -> Void = { _ in }) -> Offer {
    var offer = Offer(
      name: "coupon", terms: Coupon(.fixed(100)), orders: .repeats, segments: [0],
      window: 0..<60, participation: .automatic, effect: .lift(0))
    change(&offer)
    return offer
  }

  private static func play(
    _ offers: [Offer], rate: Double = 0.05, days: Int = 60
  ) throws -> PlanOutcome {
    let run = OracleRun(number: 0, seed: 8, size: 1)
    let segment = run.regulars(.customers, people: 8_000, rate: rate)
    let scenario = run.scenario(horizon: days, segment: segment, offers: offers)
    return try #require(run.play(scenario, replications: 1).first)
  }

  /// A group that everybody is in, or nobody, makes an offer for all, or for none: to the byte.
  @Test func membersAreAllOrNone() throws {
    func events(_ joins: Double, _ members: String?, _ weighed: Bool) throws -> PlanOutcome {
      try Self.play([
        Self.group(joins, atStart: joins),
        Self.coupon {
          $0.members = members
          $0.effect = .lift(3)
          if weighed {
            $0.participation = .decided(attention: 0.5, fading: 5, noise: 0.3)
            $0.uses = 1
          }
        },
      ])
    }
    for weighed in [false, true] {
      let (all, members) = (try events(1, nil, weighed), try events(1, "group", weighed))
      #expect(all.ledger == members.ledger && all.events == members.events)
      #expect(all.counted(.redeemed, 1) > 1_000)
      let none = try events(0, "group", weighed)
      #expect(none.counted(.eligible, 1) == 0 && none.counted(.redeemed, 1) == 0)
    }
    // No such group has members.
    let absent = try Self.play([Self.coupon { $0.members = "group" }])
    #expect(absent.counted(.redeemed) == 0)
  }

  /// Who joins at a first order in the window is offered it from then on: all orders but the first of each.
  ///
  /// Orders are Poisson of mean λT, of which 1 − e^(−λT) are a first one; at five standard errors a correct figure fails
  /// less than once in a million seeds.
  @Test func whoJoinsComesToIt() throws {
    let plan = try Self.play([Self.group(1), Self.coupon { $0.members = "group" }])
    let people = 8_000.0
    let joined = people * (1 - Double.exp(-3))
    #expect(
      abs(Double(plan.counted(.joined)) - joined) < 5 * (joined * Double.exp(-3)).squareRoot())
    #expect(plan.counted(.eligible, 1) <= plan.counted(.joined))
    // Who joins on the last day has no day left.
    #expect(plan.counted(.eligible, 1) > plan.counted(.joined) - 60)
    let redeemed = Double(plan.counted(.redeemed, 1))
    let expected = people * 3 - joined
    // What is ordered later on the day of joining is none: λ²/2 of each day's newcomers.
    #expect(redeemed < expected + 5 * (people * 3).squareRoot())
    #expect(redeemed > expected - 0.05 * joined - 5 * (people * 3).squareRoot())
  }

  /// Of those who order at a rate λ, e^(−λL) have been silent for L when all have been there so long, and come to it; all
  /// others come once they are: within T days, those whose first gap of L comes by then.
  @Test func theSilentComeToIt() throws {
    let (rate, silence) = (0.05, 30.0)
    let offer = Self.coupon {
      $0.silence = .days(silence)
      $0.window = 30..<31
      $0.participation = .decided(attention: 1, fading: .infinity, noise: 0)
      $0.worth = 1_000_000
    }
    let plan = try Self.play([offer], rate: rate)
    let share = Double.exp(-rate * silence)
    let error = (share * (1 - share) / 8_000).squareRoot()
    #expect(abs(Double(plan.counted(.taken)) / 8_000 - share) < 5 * error)
    #expect(plan.counted(.eligible) == plan.counted(.taken))
    // The same in their own gaps, and of gaps that nobody leaves.
    func eligible(_ silence: Silence) throws -> Int64 {
      try Self.play(
        [
          Self.coupon {
            $0.silence = silence
            $0.window = 30..<31
          }
        ], rate: rate
      ).counted(.eligible)
    }
    // The rates of all differ by a ten-thousandth.
    let gaps = try eligible(.gaps(0.999 * rate * silence))
    #expect(abs(gaps - plan.counted(.eligible)) < 20)
    #expect(try eligible(.days(31)) == 0)
    // A longer window sees more of them, each once.
    let long = try Self.play([Self.coupon { $0.silence = .days(silence) }], rate: rate)
    #expect(long.counted(.eligible) > plan.counted(.eligible))
    #expect(long.counted(.eligible) < 8_000)
    #expect(long.counted(.redeemed) > 0)
    // Nobody who is never silent is paid.
    #expect(try Self.play([Self.coupon { $0.silence = .days(61) }]).counted(.redeemed) == 0)
  }

  /// Holiday gifts and win-backs are for members by the same condition.
  @Test func giftsAndMessagesToMembers() throws {
    func gifts(_ members: String?, _ silence: Silence? = nil) throws -> Int64 {
      var gift = Offer(
        name: "gift", terms: HolidayGift(cost: 100, dates: .on([40])), orders: .every,
        segments: [0], window: 0..<60, participation: .automatic, effect: .lift(0), worth: 100)
      (gift.members, gift.silence) = (members, silence)
      return try Self.play([Self.group(0, atStart: 0.25), gift]).counted(.redeemed, 1)
    }
    #expect(try gifts(nil) == 8_000)
    let some = Double(try gifts("group"))
    #expect(abs(some - 2_000) < 5 * (8_000 * 0.25 * 0.75).squareRoot())
    let silent = Double(try gifts(nil, .days(20)))
    let share = Double.exp(-0.05 * 20)
    #expect(abs(silent - 8_000 * share) < 5 * (8_000 * share * (1 - share)).squareRoot())
    func written(_ members: String?) throws -> Int64 {
      var offer = Offer(
        name: "come back", terms: WinBack(silence: .days(20), opened: 1), orders: .repeats,
        segments: [0], window: 20..<21, participation: .automatic, effect: .lift(0))
      offer.members = members
      return try Self.play([Self.group(0, atStart: 0.25), offer]).counted(.sent, 1)
    }
    let (all, members) = (Double(try written(nil)), Double(try written("group")))
    #expect(abs(members - all / 4) < 5 * (all * 0.25 * 0.75).squareRoot())
  }
}
