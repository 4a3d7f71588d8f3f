public import Experiments
internal import Documents

/// An arm's effect where clusters were randomised unit by unit, and where they were as wholes.
public struct InterferenceFinding: Sendable, Equatable {
  public let metric: String
  public let arm: String
  public let method: String
  /// Clusters with units in several arms.
  public let clustersByUnit: Int
  /// Clusters with all units in one arm.
  public let wholeClusters: Int
  /// nil where it is not estimable.
  public let check: InterferenceCheck?
  /// Of the interference, by Holm over all metrics and arms.
  public internal(set) var adjustedPValue: Double?
  public let reason: String?

  /// Whether the two effects differ by more than chance does in one analysis of twenty.
  public var isFound: Bool { adjustedPValue.map { $0 < 0.05 } ?? false }
}

/// Compares effects by unit with effects by whole cluster, where the data has both kinds.
///
/// A cluster of few units may lie in one arm by chance. Clusters so small that units randomised one by one
/// do that more often than once in a thousand are left out of both kinds, which keeps them alike in size.
struct Interfering {
  let plan: AnalysisPlan
  let names: [String]

  /// Below so many of either kind there is nothing to compare.
  private static let fewest = 4
  private static let chance = 1e-3

  func run(_ table: UnitTable, threads: Int) async -> [InterferenceFinding] {
    guard let (byUnit, whole) = kinds(table) else { return [] }
    var findings: [InterferenceFinding] = []
    for metric in plan.metrics where !metric.isQuantile {
      let parts = (
        await Self.means(metric, byUnit, plan, threads),
        await Self.means(metric, whole, plan, threads)
      )
      for arm in table.arm.names.indices.dropFirst() {
        findings.append(
          finding(metric, arm, parts.0, parts.1, (byUnit.randomised, whole.randomised)))
      }
    }
    let known = findings.compactMap(\.check).map { $0.interference.pValue() }
    var adjusted = Correction.holm.adjusted(known)[...]
    for place in findings.indices where findings[place].check != nil {
      findings[place].adjustedPValue = adjusted.popFirst()
    }
    return findings
  }

  /// What a reader is told where the two effects differ.
  static func warnings(_ findings: [InterferenceFinding]) -> [String] {
    findings.filter(\.isFound).map {
      "\($0.metric), “\($0.arm)”: clusters that are in one arm as wholes show another effect than those"
        + " with units in several; units of a cluster influence each other, or the two kinds of clusters"
        + " differ, and the effect above mixes both"
    }
  }

  /// The units of clusters with several arms, and those of clusters with one; nil where there are too few
  /// of either.
  private func kinds(_ table: UnitTable) -> (byUnit: UnitTable, whole: UnitTable)? {
    guard let clusters = table.groups[.cluster] else { return nil }
    var sizes = [Int](repeating: 0, count: clusters.count)
    var arms = [Int32](repeating: -1, count: clusters.count)
    var counts = [Double](repeating: 0, count: table.arm.count)
    for (cluster, arm) in zip(clusters.codes, table.arm.codes) {
      let place = Int(cluster)
      sizes[place] += 1
      counts[Int(arm)] += 1
      arms[place] = arms[place] == -1 || arms[place] == arm ? arm : -2
    }
    let shares = counts.map { $0 / Double(max(table.units, 1)) }
    let least = Self.leastSize(shares)
    let isMixed = sizes.indices.map { sizes[$0] >= least && arms[$0] == -2 }
    let isWhole = sizes.indices.map { sizes[$0] >= least && arms[$0] >= 0 }
    guard min(isMixed.count { $0 }, isWhole.count { $0 }) >= Self.fewest else { return nil }
    func units(_ isKept: [Bool]) -> UnitTable {
      table.keeping((0..<table.units).filter { isKept[Int(clusters.codes[$0])] })
    }
    return (units(isMixed), units(isWhole))
  }

  /// The size from which independent units are all in one arm less than once in a thousand clusters.
  private static func leastSize(_ shares: [Double]) -> Int {
    var (size, powers) = (1, shares)
    while powers.reduce(0, +) > chance, size < 10_000 {
      size += 1
      powers = zip(powers, shares).map(*)
    }
    return size
  }

  private typealias Part = Result<(joint: JointMeans?, estimable: EstimableMeans), NotEstimable>

  private static func means(
    _ metric: MetricSpecification, _ table: UnitTable, _ plan: AnalysisPlan, _ threads: Int
  ) async -> Part {
    await MetricComparison.awaited { () async throws(NotEstimable) in
      let positions = metric.positions(in: table)
      let columns = positions.distinct
      let estimable = try await EstimableMeans(
        table, plan.adjustment(of: columns, in: table), threads: threads)
      let joint = try estimable.means.map { (means) throws(NotEstimable) in
        try JointMeans(
          means, metric.outcome(positions, among: columns), clusters: estimable.clusters)
      }
      return (joint, estimable)
    }
  }

  private func finding(
    _ metric: MetricSpecification, _ arm: Int, _ byUnit: Part, _ whole: Part,
    _ clusters: (byUnit: Int, whole: Int)
  ) -> InterferenceFinding {
    func effect(_ part: Part) throws(NotEstimable) -> Effect {
      let (joint, estimable) = try part.get()
      let place = try estimable.places[arm].get()
      guard let joint else { throw NotEstimable("no arm can be compared with the control") }
      return try joint.effect(place)
    }
    let found = MetricComparison.result { () throws(NotEstimable) in
      InterferenceCheck(byUnit: try effect(byUnit), byCluster: try effect(whole))
    }
    var (check, reason): (InterferenceCheck?, String?) = (nil, nil)
    switch found {
    case .success(let own): check = own
    case .failure(let problem): reason = problem.reason
    }
    return InterferenceFinding(
      metric: metric.name, arm: names[arm],
      method: "\(plan.regressionName), by cluster",
      clustersByUnit: clusters.byUnit, wholeClusters: clusters.whole, check: check,
      adjustedPValue: nil, reason: reason)
  }
}
