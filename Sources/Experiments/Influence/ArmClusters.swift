import Statistics

/// How the units of each arm are spread over clusters.
struct ArmClusters: Sendable {
  let labels: Labels
  let numbers: ClusterNumbers
  let warnings: [String]

  /// None where the units have no clusters.
  ///
  /// - Parameters:
  ///   - blocks: The units.
  ///   - counted: How many of them have all metrics.
  /// - Throws: `NotEstimable` where all units, or all of an arm, are in one cluster: the arm's residuals
  ///   then sum to 0 in it whatever they are, and the sandwich would call its mean certain.
  init?(_ blocks: UnitBlocks, counted: Int) throws(NotEstimable) {
    guard let labels = blocks.table.groups[.cluster] else { return nil }
    let arms = blocks.arms
    var units = [Int32](repeating: 0, count: labels.count * arms)
    if counted == blocks.table.units {
      for (cluster, arm) in zip(labels.codes, blocks.table.arm.codes) {
        units[Int(cluster) * arms + Int(arm)] += 1
      }
    } else {
      blocks.forEach(in: 0..<blocks.table.units) { arm, members in
        for row in members { units[Int(labels.codes[Int(row)]) * arms + arm] += 1 }
      }
    }
    var (present, mixed) = (0, 0)
    var byArm = [Int](repeating: 0, count: arms)
    for cluster in 0..<labels.count {
      let own = (0..<arms).count { units[cluster * arms + $0] > 0 }
      present += own > 0 ? 1 : 0
      mixed += own > 1 ? 1 : 0
      for arm in 0..<arms where units[cluster * arms + arm] > 0 { byArm[arm] += 1 }
    }
    numbers = try ClusterNumbers(names: labels.count, count: present)
    self.labels = labels
    let names = blocks.table.arm.names
    for (arm, count) in byArm.enumerated() where count < 2 {
      throw NotEstimable(
        "all units of arm \(names[arm]) are in one cluster, so that nothing shows how much clusters"
          + " of that arm differ")
    }
    var warnings: [String] = []
    if present < 10 {
      warnings.append(
        "with only \(present) clusters the standard error itself is uncertain; t has"
          + " \(present - 1) degrees of freedom")
    }
    for (arm, count) in byArm.enumerated() where count < 3 && mixed < present {
      warnings.append("arm \(names[arm]) has only \(count) clusters")
    }
    self.warnings = warnings
  }
}
