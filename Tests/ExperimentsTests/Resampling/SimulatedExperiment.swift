import Statistics

@testable import Experiments

/// Experiments with two metrics, an exponential one and its sum with a uniform one, and effects added.
enum SimulatedExperiment {
  static func table(
    units: Int, arms: Int = 2, effect: Double = 0, level: Double = 0, seed: UInt64 = 1,
    clusters: Int? = nil
  ) -> UnitTable {
    let draws = Draws(seed: seed, replication: 0)
    var (values, codes, groups): ([Double], [Int32], [Int32]) = ([], [], [])
    for unit in 0..<units {
      var stream = draws.stream(
        Individual(family: 0, index: UInt32(unit)), Purpose("test.experiment"))
      let arm = Int(stream.uniform() * Double(arms))
      let cluster = Int(stream.uniform() * Double(clusters ?? 1))
      var own = draws.stream(
        Individual(family: 1, index: UInt32(cluster)), Purpose("test.experiment"))
      let shared = clusters == nil ? 0 : own.exponential()
      let first = level + shared + stream.exponential() + (arm > 0 ? effect : 0)
      values += [first, first + stream.uniform()]
      codes.append(Int32(arm))
      groups.append(Int32(cluster))
    }
    return UnitTable(
      columns: ["spend", "visits"], values: Matrix(rows: units, columns: 2, elements: values),
      arm: Labels(names: (0..<arms).map { "arm \($0)" }, codes: codes),
      groups: clusters.map { [.cluster: Labels(names: (0..<$0).map { "c\($0)" }, codes: groups)] }
        ?? [:])
  }

  /// Moments of a metric in each arm.
  static func moments(_ table: UnitTable, _ metric: Int) -> [Moments] {
    (0..<table.arm.count).map { arm in
      Moments(
        (0..<table.units).filter { table.arm.codes[$0] == arm }.map { table.values[$0, metric] })
    }
  }
}
