import Testing

@testable import Experiments

/// Experiments that are to show that an arm is no worse, or alike.
struct PowerGoalTests {
  private func analysis(
    _ goal: PowerGoal, _ baseline: Baseline = .mean(10, standardDeviation: 2), arms: Int = 2
  ) throws -> PowerAnalysis {
    try PowerAnalysis(baseline, allocation: try Allocation(arms: arms), goal: goal)
  }

  /// SciPy 1.17.1, noncentral t: one-sided power .8, and of two one-sided tests 2p − 1 = .8, at a margin of 0.5.
  @Test func unitsOfMeans() throws {
    let one = try analysis(.nonInferiority).controlUnits(effect: 0.5, power: 0.8)
    #expect(abs(one - 198.521_691_045) < 1e-5)
    let both = try analysis(.equivalence).controlUnits(effect: 0.5, power: 0.8)
    #expect(abs(both - 274.722_157_583) < 1e-5)
    #expect(abs(try analysis(.equivalence).power(effect: 0.5, control: both) - 0.8) < 1e-9)
    let margin = try analysis(.equivalence).detectableEffect(control: both, power: 0.8)
    #expect(abs(margin - 0.5) < 1e-7)
    // Too few to show anything.
    #expect(try analysis(.equivalence).power(effect: 0.01, control: 20) == 0)
  }

  /// 2p(1 − p)(z₀.₉₅ + z₀.₉)²/δ², Chow, Shao and Wang (2008), 4.2.2, arms being alike.
  @Test func unitsOfRates() throws {
    let units = try analysis(.equivalence, .rate(0.04)).controlUnits(effect: 0.002, power: 0.8)
    let reach = 1.644_853_626_951 + 1.281_551_565_545
    #expect(abs(units / (2 * 0.04 * 0.96 * reach * reach / 4e-6) - 1) < 1e-9)
  }

  /// Each of two comparisons at half the chance of error, as Holm's first step has it.
  @Test func severalArmsShareTheError() throws {
    let shared = try analysis(.nonInferiority, arms: 3).controlUnits(effect: 0.5, power: 0.8)
    let alone = try PowerAnalysis(
      .mean(10, standardDeviation: 2), allocation: try Allocation(arms: 2), alpha: 0.025,
      goal: .nonInferiority
    ).controlUnits(effect: 0.5, power: 0.8)
    #expect(abs(shared / alone - 1) < 1e-9)
  }

  @Test func looksAreForDifferences() throws {
    let looks = try PlannedLooks(count: 3, boundary: .spending(.obrienFleming))
    #expect(throws: NotEstimable.self) {
      try PowerAnalysis(
        .mean(10, standardDeviation: 2), allocation: try Allocation(arms: 2), looks: looks,
        goal: .equivalence)
    }
  }
}
