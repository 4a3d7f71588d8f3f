import Testing

@testable import Market

@Suite struct RewardReferenceTests {
  /// The closed form between changes against the rule applied day by day.
  @Test func followsTheDailyRule() {
    let habit = RewardHabit(learning: 0.15, fading: 0.97, weight: 0.7)
    var reference = RewardReference(habit: habit, slots: 2, people: 1, days: 400)
    var daily = 0.0
    let seen = [0..<3: 10.0, 8..<12: 4.0, 12..<20: 25.0]
    for day in 0..<40 {
      for (days, value) in seen {
        if days.lowerBound == day { reference.see(value, slot: 0, 0, from: day) }
        if days.upperBound == day, !seen.keys.contains(where: { $0.lowerBound == day }) {
          reference.see(0, slot: 0, 0, from: day)
        }
      }
      // Single precision in between.
      #expect(abs(reference.value(0, on: day) - daily) < 1e-5 * max(1, daily))
      #expect(abs(reference.gain(of: 9, 0, on: day) - (9 - 0.7 * daily)) < 1e-4)
      let value = seen.first { $0.key.contains(day) }?.value
      daily = value.map { daily + 0.15 * ($0 - daily) } ?? 0.97 * daily
    }
  }

  @Test func offersOfTwoSlotsCountOnce() {
    let habit = RewardHabit(learning: 0.5, fading: 1, weight: 1)
    var reference = RewardReference(habit: habit, slots: 2, people: 1, days: 400)
    reference.see(10, slot: 0, 0, from: 0)
    reference.see(6, slot: 1, 0, from: 0)
    #expect(reference.value(0, on: 1) == 5)
    reference.see(0, slot: 0, 0, from: 1)
    #expect(reference.value(0, on: 2) == 5.5)
  }

  @Test func habitSwitchedOffCostsNothing() {
    var reference = RewardReference(habit: RewardHabit(), slots: 3, people: 100, days: 10)
    #expect(!reference.isUsed)
    reference.see(5, slot: 1, 7, from: 3)
    #expect(reference.gain(of: 4, 7, on: 9) == 4)
  }

  /// All is learned in a day, and forgotten in one: on the day itself nothing has changed yet.
  @Test func atOnce() {
    let habit = RewardHabit(learning: 1, fading: 0, weight: 1)
    var reference = RewardReference(habit: habit, slots: 1, people: 1, days: 10)
    reference.see(10, slot: 0, 0, from: 2)
    #expect([2, 3, 4].map { reference.value(0, on: $0) } == [0, 10, 10])
    reference.see(0, slot: 0, 0, from: 4)
    #expect([4, 5].map { reference.value(0, on: $0) } == [10, 0])
  }
}
