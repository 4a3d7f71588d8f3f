import RealModule
import Testing

@testable import Market

/// Points, and what members have paid, where orders go back.
struct PointsReturnsTests {
  private static let members = 2_000

  /// Members with a block each, redeemed by the first of their orders, a fifth of one a day, that is free to.
  private static func redeeming(
    _ returns: Returns, held: Double?, clawedBack: Bool?
  ) -> PlanOutcome {
    let run = OracleRun(number: 98, seed: 12, size: 1)
    var segment = Segment(
      name: "customers", size: run.customers(members), begins: .customers,
      purchases: PurchaseHabits(shape: 1e8, rate: 5e8, lapseA: 1, lapseB: 1e12, firstLapse: 0),
      baskets: Baskets(p: 1e8, q: 1e8, gamma: 4_000))
    segment.baskets.returns = returns
    var offer = Offer(
      name: "card", terms: PointsProgramme(earned: 0, block: 100, off: 1_000, atStart: 100),
      orders: .every, segments: [0], window: 0..<400, participation: .automatic, effect: .lift(0))
    offer.holding = held.map { Holding(days: $0, impatience: 0) }
    offer.clawsBack = clawedBack
    return run.play(
      run.scenario(horizon: 400, segment: segment, offers: [offer]), replications: 1)[0]
  }

  private static func expectAllAreKept(_ plan: PlanOutcome) {
    let blocks = Int64(members)
    #expect(plan.counted(.pointsAtStart) == 100 * blocks)
    #expect(plan.counted(.pointsRedeemed) == 100 * blocks && plan.counted(.pointsOutstanding) == 0)
    #expect(plan.counted(.paid) == 1_000 * blocks)
    #expect(plan.ledger.total(.pointsLiability) == 1_000 * blocks)
    #expect(plan.ledger.total(.reward) + plan.ledger.total(.firstOrderReward) == -1_000 * blocks)
  }

  /// Half the orders go back before their reward is due: their points come back, and are redeemed again until an order is
  /// kept, which in 400 days all have had.
  ///
  /// Orders until then are geometric: one a member is withheld, with a variance of 2. |z| ≤ 4.
  @Test(arguments: [nil, true, false] as [Bool?]) func pointsOfWhatIsNeverPaidComeBack(
    _ clawedBack: Bool?
  ) {
    let plan = Self.redeeming(
      Returns(share: 0.5, after: 1, varies: false), held: 10, clawedBack: clawedBack)
    Self.expectAllAreKept(plan)
    let members = Double(Self.members)
    let withheld = Double(plan.counted(.withheld))
    #expect(abs(withheld - members) < 4 * (2 * members).squareRoot(), "\(withheld)")
    #expect(plan.counted(.redeemed) == Int64(Self.members) + plan.counted(.withheld))
  }

  /// Where all goes back in a day, none is ever paid: all points are there but those of the last day's orders.
  @Test func whereAllGoesBackNoneIsRedeemed() {
    let plan = Self.redeeming(
      Returns(share: 1, after: 1, varies: false), held: 10, clawedBack: false)
    #expect(plan.counted(.paid) == 0)
    // What a day's orders were paid with is back for those of the next: 1 − e^(−.2) have ordered on the last. |z| ≤ 4.
    let share = Double(plan.counted(.pointsRedeemed)) / 100 / Double(Self.members)
    let expected = 1 - Double.exp(-0.2)
    #expect(
      abs(share - expected) < 4 * (expected * (1 - expected) / Double(Self.members)).squareRoot(),
      "\(share)")
  }

  /// What was paid out before the order went back stays paid, and its points stay redeemed, held or not.
  @Test(arguments: [(1, nil), (1, false), (nil, false)] as [(Double?, Bool?)])
  func pointsOfWhatStaysPaidAreGone(
    _ held: Double?, _ clawedBack: Bool?
  ) {
    let plan = Self.redeeming(
      Returns(share: 1, after: 3, varies: false), held: held, clawedBack: clawedBack)
    Self.expectAllAreKept(plan)
    #expect(plan.counted(.redeemed) == Int64(Self.members) && plan.counted(.withheld) == 0)
  }
}
