internal import Statistics

/// What a reader should know before relying on a result.
struct Warnings {
  private(set) var all: [String] = []

  init(_ plan: AnalysisPlan, _ table: UnitTable, _ counts: UnitCounts, names: [String]) {
    for metric in plan.metrics { missing(metric, table) }
    for role in [UnitTable.Role.stratum, .segment] where (table.groups[role]?.count ?? 2) == 1 {
      all.append("every unit is in the same \(role.rawValue)")
    }
    if table.arm.count > 1, let cluster = table.groups[.cluster] {
      let (alone, shared) = Self.clusters(cluster, table.arm)
      if alone > 0, shared > 0 {
        all.append(
          "\(alone) of \(alone + shared) clusters lie in one arm only, the others in several: were"
            + " units randomised, or clusters?")
      }
    }
  }

  /// Many missing values, or more of them in one arm than in another.
  private mutating func missing(_ metric: MetricSpecification, _ table: UnitTable) {
    let columns = metric.positions(in: table)
    var lacking = [Int](repeating: 0, count: table.arm.count)
    var units = lacking
    for row in 0..<table.units {
      let arm = Int(table.arm.codes[row])
      units[arm] += 1
      if columns.contains(where: { table.values[row, $0].isNaN }) { lacking[arm] += 1 }
    }
    let total = lacking.reduce(0, +)
    guard total > 0, table.units > 0 else { return }
    let share = Double(total) / Double(table.units)
    var text =
      "\(metric.name): \(total) of \(table.units) units (\(Self.percent(share))) have no value and"
      + " are left out"
    if share > 0.2 { text += "; what is said holds for the others only" }
    all.append(text)
    let present = zip(units, lacking).map { $0 - $1 }
    if let ratio = try? SampleRatio(counts: present, weights: units.map(Double.init)),
      ratio.pValue < SplitCheck.threshold
    {
      all.append(
        "\(metric.name): values are missing more often in one arm than in another, so that those"
          + " left over are not comparable")
    }
  }

  private static func clusters(_ cluster: Labels, _ arm: Labels) -> (alone: Int, shared: Int) {
    var seen = [Int32](repeating: -1, count: cluster.count)
    for (code, arm) in zip(cluster.codes, arm.codes) {
      let before = seen[Int(code)]
      seen[Int(code)] = before == -1 || before == arm ? arm : -2
    }
    return (seen.count { $0 >= 0 }, seen.count { $0 == -2 })
  }

  private static func percent(_ share: Double) -> String {
    "\((share * 1_000).rounded() / 10)%"
  }
}
