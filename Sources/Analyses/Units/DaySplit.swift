import Experiments
import Statistics

/// Whether units were split as planned on every day; a ramp-up, where arms begin small, is told from a fault.
public struct DaySplit: Sendable, Equatable {
  /// A day's units by arm, and the smallest p-value a day can have for itself.
  public struct Day: Sendable, Equatable {
    public let name: String
    public let units: [Int]
    /// Of the split intended then.
    public let pValue: Double
  }

  /// Arms that began with a smaller share than planned.
  public struct RampUp: Sendable, Equatable {
    /// The first day with the split as planned.
    public let planned: String
    /// The days before it, and the share of all units then that were in arms other than the control.
    public let days: Int
    public let share: Double
    /// That from then on units are split as planned.
    public let pValue: Double
    /// By arm, units expected of all days, those before being what they are.
    let expected: [Double]
  }

  /// That every day's split is the one intended for it, all days together; nil with fewer than two days to test.
  public let pValue: Double?
  /// The day farthest from its split, its p-value multiplied by the days.
  public let worst: Day?
  /// Recognised where nothing was said of days' splits.
  public let rampUp: RampUp?
  /// What the days' splits lead one to expect of all days together, by arm.
  let expected: [Double]

  /// nil where there are no days, or units come in clusters, whose numbers scatter more.
  init?(_ table: UnitTable, _ plan: AnalysisPlan) {
    guard let days = table.groups[.day], table.groups[.cluster] == nil, days.count > 1 else {
      return nil
    }
    let arms = table.arm.names
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: arms.count), count: days.count)
    for (arm, day) in zip(table.arm.codes, days.codes) { counts[Int(day)][Int(arm)] += 1 }
    let weights = days.names.map { plan.weights(on: $0, arms) }
    expected = arms.indices.map { arm in
      counts.indices.reduce(0) {
        $0 + Double(counts[$1].reduce(0, +)) * weights[$1][arm] / weights[$1].reduce(0, +)
      }
    }
    pValue = Self.chance(counts, weights)
    let each = counts.indices.compactMap { day in
      Self.chance([counts[day]], [weights[day]]).map { chance in
        Day(
          name: days.names[day], units: counts[day], pValue: min(1, Double(days.count) * chance))
      }
    }
    worst = each.min { $0.pValue < $1.pValue }
    rampUp =
      plan.splitFrom.isEmpty && (pValue ?? 1) < SplitCheck.threshold
      ? Self.rampUp(counts, weights, days.names) : nil
  }

  /// Whether the days' splits are those intended, a ramp-up being no fault.
  public var isUneven: Bool { rampUp == nil && (pValue ?? 1) < SplitCheck.threshold }

  /// The p-value of the sum of the days' χ², over days whose arms are all expected to have five units; nil where there
  /// are none.
  private static func chance(_ counts: [[Int]], _ weights: [[Double]]) -> Double? {
    var (statistic, freedom) = (0.0, 0)
    for (own, weights) in zip(counts, weights) {
      guard let ratio = try? SampleRatio(counts: own, weights: weights),
        zip(ratio.expected, weights).allSatisfy({ $1 == 0 || $0 >= 5 })
      else { continue }
      statistic += ratio.statistic
      freedom += ratio.degreesOfFreedom
    }
    return freedom > 0
      ? ChiSquared(uncheckedDegreesOfFreedom: Double(freedom)).upperTail(statistic) : nil
  }

  /// The first day from which on every day, and all of them together, are split as planned, where on the days before
  /// every arm but the control had less than its share.
  private static func rampUp(
    _ counts: [[Int]], _ weights: [[Double]], _ names: [String]
  ) -> RampUp? {
    func pooled(_ days: Range<Int>) -> [Int] {
      weights[0].indices.map { arm in days.reduce(0) { $0 + counts[$1][arm] } }
    }
    for first in counts.indices.dropFirst() {
      let (before, after) = (0..<first, first..<counts.count)
      guard let daily = chance(Array(counts[after]), Array(weights[after])), daily >= 0.01,
        let all = chance([pooled(after)], [weights[0]]), all >= 0.01
      else { continue }
      let begun = pooled(before)
      let units = Double(begun.reduce(0, +))
      let planned = weights[0].reduce(0, +)
      let areSmall = before.allSatisfy { day in
        let share = counts[day].reduce(0, +)
        return weights[0].indices.dropFirst().allSatisfy {
          Double(counts[day][$0]) <= Double(share) * weights[0][$0] / planned
        }
      }
      guard areSmall, let fault = chance([begun], [weights[0]]),
        fault < SplitCheck.threshold
      else { return nil }
      let later = Double(pooled(after).reduce(0, +))
      return RampUp(
        planned: names[first], days: first, share: 1 - Double(begun[0]) / units, pValue: all,
        expected: begun.indices.map { Double(begun[$0]) + later * weights[0][$0] / planned })
    }
    return nil
  }
}
