import RealModule
import Testing

@testable import Market

/// Who is written to by several is tired of all of them.
struct MessageFatigueTests {
  private static let rule = MessageFatigue.Rule(tiring: 0.5, recovery: 10)

  /// By hand: a message a day apart, of whomever, halves in ten days.
  @Test func everyMessageTires() {
    var fatigue = MessageFatigue()
    #expect(fatigue.left(0, on: 5) == 1 && fatigue.members(of: 2).isEmpty)
    fatigue.join(2, Self.rule, 0, on: 0, among: 3)
    #expect(fatigue.left(0, on: 5) == 1)
    fatigue.tire(0, on: 5)
    #expect(fatigue.fatigue(2, 0, after: 15) == 1.5)
    #expect(abs(fatigue.left(0, on: 15) - Double.exp(-0.25)) < 1e-15)
    // Another group whose members are rested before each message, and tire of two at once.
    fatigue.join(4, MessageFatigue.Rule(tiring: 3, recovery: 0), 0, on: 15, among: 3)
    fatigue.tire(0, on: 15)
    #expect(fatigue.fatigue(2, 0, after: 15) == 2.5 && fatigue.fatigue(4, 0, after: 15) == 1)
    #expect(abs(fatigue.left(0, on: 15) - Double.exp(-0.75)) < 1e-15)
    // Nobody else is.
    #expect(fatigue.left(1, on: 15) == 1 && fatigue.members(of: 2) == [0])
    fatigue.leave(2, 0)
    #expect(fatigue.members(of: 2).isEmpty && fatigue.left(0, on: 15) == 1)
  }

  private static func outcome(_ offers: [Offer], people: Int = 10_000) throws -> PlanOutcome {
    let run = OracleRun(number: 0, seed: 12, size: 1)
    // Nobody orders within these days.
    let segment = run.regulars(.customers, people: people, rate: 1e-9)
    return try #require(
      run.play(run.scenario(horizon: 20, segment: segment, offers: offers), replications: 1).first)
  }

  /// Members are written to on days 0, 5, 10 and 15, and by a win-back on day 10: it finds F = 3, and the last message 4.
  @Test(arguments: [true, false]) func aWinBackIsAMessageToo(isWritten: Bool) throws {
    let (opened, tiring, people) = (0.9, 0.2, 10_000)
    let group = Offer(
      name: "private group",
      terms: Audience(
        joinsAtOrder: 0, every: 5, opened: opened, tiring: tiring, recovery: 1e12,
        membersAtStart: 1), orders: .every, segments: [0], window: 0..<20,
      participation: .automatic, effect: .lift(0))
    let comeBack = Offer(
      name: "come back", terms: WinBack(silence: .days(10), opened: opened), orders: .repeats,
      segments: [0], window: 0..<20, participation: .automatic, effect: .lift(0))
    func check(_ plan: PlanOutcome, _ slot: Int, _ fatigue: [Double]) {
      let chances = fatigue.map { opened * Double.exp(-tiring * $0) }
      let mean = Double(people) * chances.reduce(0, +)
      let error = (Double(people) * chances.reduce(0) { $0 + $1 * (1 - $1) }).squareRoot()
      let count = Double(plan.counted(.opened, slot))
      #expect(abs(count - mean) < 4 * error, "\(count) against \(mean)")
    }
    let plan = try Self.outcome(isWritten ? [group, comeBack] : [group])
    check(plan, 0, isWritten ? [0, 1, 2, 4] : [0, 1, 2, 3])
    if isWritten { check(plan, 1, [3]) }
    // Those of no group open it as if nobody else wrote.
    check(try Self.outcome([comeBack]), 0, [0])
  }
}
