import RealModule
import Testing

@testable import Market

struct SlowingTests {
  private static let tight = 1e8

  /// Customers who buy at a rate of .1 a day and never leave.
  private static func customers(_ people: Int, rate: Double = 0.1) -> Segment {
    Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight / rate, lapseA: 1, lapseB: 1e15, firstLapse: 0),
      baskets: Baskets(p: tight, q: tight, gamma: 10_000))
  }

  /// Members of a community are looked at whenever they might write, all others when their order may be due: who reads
  /// nothing into what others write orders at the same moments.
  @Test func lookingMoreOftenMovesNoOrder() {
    let community = Offer(
      name: "readers of nothing",
      terms: Community(
        joinsAtTrial: 1, joinsAtOrder: 1, membersAtStart: 1, posts: 2, readers: 3, adds: 0),
      orders: .every, segments: [0, 1], window: 0..<150, participation: .automatic,
      effect: .lift(0))
    let plans = ToolMarket.outcome(CommunityTests.scenario([community]))
    #expect(plans[1].counted(.opened) > 1_000)
    for event in [JourneyEvent.firstOrder, .repeatOrder, .trial] {
      for days in [0..<30, 30..<90, 90..<150] {
        let (alone, looked) = (
          plans[0].events.total(event, days: days), plans[1].events.total(event, days: days)
        )
        #expect(alone == looked && alone > 0, "\(event) in \(days)")
      }
    }
  }

  /// Both at once: after a sale, half of λ·Σ(1 − ρ·w·A·f^k) for those at a floor of a half with nothing above it.
  @Test func bothAreMultiplied() {
    let run = OracleRun(number: 99, seed: 11, size: 1)
    let habit = RewardHabit(learning: 0.4, fading: 0.9, weight: 0.8, waiting: 0.7)
    var segment = Self.customers(10_000, rate: 0.3)
    segment.habit = habit
    segment.engagement = Engagement(visits: 0, halfLife: 7, floor: 0.5, half: 5)
    // 40.00 off baskets of 100.00 for three days, then nothing for twenty.
    let (days, after) = (3, 20)
    let sale = Offer(
      name: "sale", terms: Coupon(.fixed(4_000)), orders: .repeats, segments: [0], window: 0..<days,
      participation: .automatic, effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: days + after, segment: segment, offers: [sale]), replications: 10)
    let expected = 0.4 * (1 - Double.pow(0.6, 3))
    let kept = (0..<after).reduce(0.0) { sum, day in
      sum + 1 - 0.7 * 0.8 * expected * Double.pow(0.9, Double(day))
    }
    for (name, range, orders) in [
      ("during", 0..<days, 0.5 * 0.3 * 3), ("after", days..<days + after, 0.5 * 0.3 * kept),
    ] {
      let check = run.mean(
        name, outcomes.map { Double($0.events.total(.repeatOrder, days: range)) / 10_000 },
        expected: orders)
      #expect(check.isKept, "\(name): \(check.simulated) against \(check.expected)")
    }
  }

  /// Who is turned away and comes back on a stated day does so on that day, however slowly they buy.
  @Test func whoComesBackOnADayIsNotSlowed() {
    let run = OracleRun(number: 99, seed: 12, size: 1)
    var segment = Self.customers(20_000)
    segment.engagement = Engagement(visits: 0, halfLife: 7, floor: 0.1, half: 5)
    let closed = Offer(
      name: "closed for a day", terms: Capacity(orders: 0, returning: 1, after: 3),
      orders: .every, segments: [0], window: 0..<1, participation: .automatic, effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: 6, segment: segment, offers: [closed]), replications: 10)
    // Each day one in a hundred orders; on the day of return those of the first day as well.
    for (day, share) in [0.0, 0.01, 0.01, 0.02, 0.01].enumerated() {
      let orders = outcomes.map {
        Double($0.events.total(.repeatOrder, days: day..<day + 1)) / 20_000
      }
      let check = run.mean("day \(day)", orders, expected: share)
      #expect(check.isKept, "day \(day): \(check.simulated) against \(check.expected)")
    }
  }

  /// Who comes to know us starts from nothing: with E as good as proportional to purchases, λ·V(1 − 2^(−d/h))/half on
  /// the d-th day after.
  @Test func newcomersStartFromNothing() {
    let run = OracleRun(number: 99, seed: 13, size: 1)
    let (days, visits, halfLife) = (30, 0.7, 7.0)
    var (segment, _) = run.engaged(1_000, visits: visits, halfLife: halfLife)
    segment.begins = .prospects(aware: 0)
    segment.awareness = Awareness(organic: 1_000)
    segment.trial = .atOnce
    segment.decision = FirstPurchase(intercept: 50)
    let outcomes = run.play(run.scenario(horizon: days, segment: segment), replications: 10)
    let usual = visits * halfLife / Double.log(2)
    // E of the mornings from the second day on; that of the first day of all is nothing.
    let stocks = (0..<days).reduce(0.0) { $0 + usual * (1 - Double.exp2(-Double($1) / halfLife)) }
    let check = run.mean(
      "orders a customer",
      outcomes.map { 200 * Double($0.events.total(.repeatOrder)) / 1_000 }, expected: stocks)
    #expect(check.isKept, "\(check.simulated) against \(check.expected)")
  }
}
