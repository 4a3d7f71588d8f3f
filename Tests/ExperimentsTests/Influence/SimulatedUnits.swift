import Statistics

@testable import Experiments

/// Three arms, a metric with slopes that differ by arm, three covariates and clusters.
func simulatedUnits(
  _ units: Int, clusters: Int = 12, replication: Int = 0,
  _ change: (inout [Double], Int) -> Void = { _, _ in }
) -> UnitTable {
  var stream = Draws(seed: 7, replication: replication).stream(
    Individual(family: 0, index: 0), Purpose("simulated units"))
  var elements: [Double] = []
  var arms: [Int32] = []
  for row in 0..<units {
    let x = (0..<3).map { _ in stream.normal() }
    let arm = Int32(stream.uniform() * 3)
    let noise = stream.normal() * (1 + 0.3 * x[2].magnitude)
    var values = [5 + Double(arm) * (0.3 + 2 * x[0]) + x[1] + noise] + x
    change(&values, row)
    elements += values
    arms.append(arm)
  }
  return UnitTable(
    columns: ["y", "a", "b", "c"],
    values: Matrix(rows: units, columns: 4, elements: elements),
    arm: Labels(names: ["A", "B", "C"], codes: arms),
    groups: [
      .cluster: Labels(
        names: (0..<clusters).map { "v\($0)" },
        codes: (0..<units).map { Int32($0 % clusters) })
    ])
}

extension UnitTable {
  /// The table without the units for which `leaves` says so.
  func without(_ leaves: (Int) -> Bool) -> UnitTable {
    let rows = (0..<units).filter { !leaves($0) }
    func kept(_ labels: Labels) -> Labels {
      Labels(names: labels.names, codes: rows.map { labels.codes[$0] })
    }
    return UnitTable(
      columns: columns,
      values: Matrix(rows.map { row in columns.indices.map { values[row, $0] } }),
      arm: kept(arm), groups: groups.mapValues(kept))
  }
}
