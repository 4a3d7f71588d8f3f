import Experiments
import Statistics

/// Signs that arms were not filled by chance, besides how many units they have.
struct SplitCautions {
  private(set) var all: [Caution] = []

  /// A group with fewer units says little of its split, and Pearson's test too much.
  private static let leastUnits = 20

  init(_ experiment: Experiment) {
    let (plan, table) = (experiment.plan, experiment.table)
    // Clusters that are in an arm as wholes come in lumps, and on days of a ramp-up arms differ by intent.
    guard table.arm.count > 1, !experiment.split.countsClusters, !experiment.isWithinDays else {
      return
    }
    for (role, kind) in [(UnitTable.Role.stratum, Caution.GroupKind.stratum), (.segment, .segment)]
    {
      if let groups = table.groups[role], let caution = Self.uneven(groups, kind, table.arm) {
        all.append(caution)
      }
    }
    let tests = plan.covariates.count * (table.arm.count - 1)
    for covariate in plan.covariates {
      guard let column = table.position(of: covariate) else { continue }
      all += Self.uneven(covariate, column, experiment, tests).map { [$0] } ?? []
    }
  }

  /// Pearson's χ² of arms by groups.
  private static func uneven(_ groups: Labels, _ kind: Caution.GroupKind, _ arm: Labels) -> Caution?
  {
    var counts = [[Int]](repeating: Array(repeating: 0, count: arm.count), count: groups.count)
    for (group, arm) in zip(groups.codes, arm.codes) where group >= 0 {
      counts[Int(group)][Int(arm)] += 1
    }
    let kept = counts.indices.filter { counts[$0].reduce(0, +) >= leastUnits }
    guard kept.count > 1 else { return nil }
    let sums = arm.names.indices.map { arm in kept.reduce(0) { $0 + Double(counts[$1][arm]) } }
    guard sums.allSatisfy({ $0 > 0 }) else { return nil }
    let shares = kept.map { try? SampleRatio(counts: counts[$0], weights: sums) }
    let statistics = shares.map { $0?.statistic ?? 0 }
    let pValue = ChiSquared(
      uncheckedDegreesOfFreedom: Double((kept.count - 1) * (arm.count - 1))
    ).upperTail(statistics.reduce(0, +))
    guard pValue < SplitCheck.threshold,
      let worst = statistics.indices.max(by: { statistics[$0] < statistics[$1] })
    else { return nil }
    return .unevenGroups(
      kind, name: groups.names[kept[worst]], units: counts[kept[worst]], pValue: pValue)
  }

  /// Welch's tests of what was known before, by Bonferroni for all of them.
  private static func uneven(
    _ name: String, _ column: Int, _ experiment: Experiment, _ tests: Int
  ) -> Caution? {
    let table = experiment.table
    var moments = [Moments](repeating: Moments(), count: table.arm.count)
    for row in 0..<table.units where !table.values[row, column].isNaN {
      moments[Int(table.arm.codes[row])].add(table.values[row, column])
    }
    let pValues = moments.dropFirst().map { arm -> Double in
      guard let effect = try? Effect.difference(arm, from: moments[0]) else { return 1 }
      return min(1, effect.pValue() * Double(tests))
    }
    guard let least = pValues.min(), least < SplitCheck.threshold,
      let place = pValues.firstIndex(of: least)
    else { return nil }
    return .unevenCovariate(name, arm: experiment.names[place + 1], pValue: least)
  }
}
