public import Experiments
import Documents

/// An arm's effect where clusters were randomised unit by unit, and where they were as wholes.
public struct InterferenceTest: Sendable, Equatable {
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
  public fileprivate(set) var adjustedPValue: Double?
  public let reason: String?

  /// Whether the two effects differ by more than chance does in one analysis of twenty.
  public var isFound: Bool { adjustedPValue.map { $0 < 0.05 } ?? false }
}

/// Compares effects by unit with effects by whole cluster, where the data has both kinds.
///
/// A cluster of few units may lie in one arm by chance. Clusters so small that units randomised one by one
/// do that more often than once in a thousand are left out of both kinds, which keeps them alike in size.
struct InterferenceTests {
  private(set) var all: [InterferenceTest] = []
  private let plan: AnalysisPlan
  private let names: [String]

  /// Below so many of either kind there is nothing to compare.
  private static let fewest = 4
  private static let chance = 1e-3

  /// None within places of a switchback, which are in every arm.
  init(_ experiment: Experiment) async {
    (plan, names) = (experiment.plan, experiment.names)
    let table = experiment.table
    guard !experiment.isWithinClusters, let (byUnit, whole) = kinds(table) else { return }
    var found: [InterferenceTest] = []
    for metric in plan.metrics where !metric.isQuantile {
      let parts = (
        await Self.means(metric, byUnit, plan, experiment.threads),
        await Self.means(metric, whole, plan, experiment.threads)
      )
      for arm in table.arm.names.indices.dropFirst() {
        found.append(
          test(metric, arm, parts.0, parts.1, (byUnit.randomised, whole.randomised)))
      }
    }
    let known = found.compactMap(\.check).map { $0.interference.pValue() }
    var adjusted = Correction.holm.adjusted(known)[...]
    for place in found.indices where found[place].check != nil {
      found[place].adjustedPValue = adjusted.popFirst()
    }
    all = found
  }

  /// Where the two effects differ.
  var cautions: [Caution] {
    all.filter(\.isFound).map { .interference(metric: $0.metric, arm: $0.arm) }
  }

  /// The units of clusters with several arms, and those of clusters with one; nil where there are too few
  /// of either.
  private func kinds(_ table: UnitTable) -> (byUnit: UnitTable, whole: UnitTable)? {
    guard let clusters = table.groups[.cluster] else { return nil }
    var sizes = [Int](repeating: 0, count: clusters.count)
    let arms = clusters.owners(among: table.arm)
    var counts = [Double](repeating: 0, count: table.arm.count)
    for (cluster, arm) in zip(clusters.codes, table.arm.codes) {
      sizes[Int(cluster)] += 1
      counts[Int(arm)] += 1
    }
    let shares = counts.map { $0 / Double(max(table.units, 1)) }
    let least = Self.leastSize(shares)
    let isMixed = sizes.indices.map { sizes[$0] >= least && arms[$0] == Labels.several }
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

  private func test(
    _ metric: MetricSpecification, _ arm: Int, _ byUnit: Part, _ whole: Part,
    _ clusters: (byUnit: Int, whole: Int)
  ) -> InterferenceTest {
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
    return InterferenceTest(
      metric: metric.name, arm: names[arm],
      method: "\(plan.regressionName), by cluster",
      clustersByUnit: clusters.byUnit, wholeClusters: clusters.whole, check: check,
      adjustedPValue: nil, reason: reason)
  }
}
