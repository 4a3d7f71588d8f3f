import Statistics

/// How many clusters speak for each arm.
///
/// Of arms whose clusters are whole, one with few says little however many the others have: its own error
/// decides, and so do its degrees of freedom.
package struct ArmsClusters: Sendable {
  /// By arm, those with a unit in it.
  package let counts: [Int]
  /// Whether every cluster has its units in one arm.
  package let areWhole: Bool

  package init(counts: [Int], areWhole: Bool) {
    self.counts = counts
    self.areWhole = areWhole
  }

  package init(_ clusters: Labels, _ arm: Labels) {
    var isIn = [Bool](repeating: false, count: clusters.count * arm.count)
    for (cluster, own) in zip(clusters.codes, arm.codes) {
      isIn[Int(cluster) * arm.count + Int(own)] = true
    }
    let arms = 0..<arm.count
    counts = arms.map { own in
      (0..<clusters.count).count { isIn[$0 * arm.count + own] }
    }
    areWhole = (0..<clusters.count).allSatisfy { cluster in
      arms.count { isIn[cluster * arm.count + $0] } <= 1
    }
  }

  /// The number by which to choose an error: as if every arm had no more clusters than the least of them.
  ///
  /// Arms with fewer than two have no error at all and are none.
  package var forChoosing: Int {
    counts.filter { $0 > 1 }.min().map { areWhole ? 2 * $0 : $0 } ?? 0
  }

  /// Satterthwaite's, of the arms' own; nil where clusters span arms and are counted together.
  package func degreesOfFreedom(_ parts: [(arm: Int, squaredError: Double)]) -> Double? {
    guard areWhole else { return nil }
    return satterthwaite(parts.map { ($0.squaredError, Double(counts[$0.arm] - 1)) })
  }
}
