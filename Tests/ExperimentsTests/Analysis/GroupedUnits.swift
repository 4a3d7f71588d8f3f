import Statistics

@testable import Experiments

/// Two or three arms in segments, days and clusters that cross all of them; y moves with x and with the
/// cluster, d is a denominator.
func groupedUnits(
  _ units: Int, clusters: Int, arms: Int = 2, replication: Int = 0
) -> UnitTable {
  var stream = Draws(seed: 11, replication: replication).stream(
    Individual(family: 0, index: 0), Purpose("grouped units"))
  let own = (0..<clusters).map { _ in stream.normal() }
  var elements: [Double] = []
  var codes = (arm: [Int32](), cluster: [Int32](), segment: [Int32](), day: [Int32]())
  for _ in 0..<units {
    let cluster = Int(stream.uniform() * Double(clusters))
    let arm = Int32(stream.uniform() * Double(arms))
    let x = stream.normal()
    let d = 1 + (stream.uniform() * 4).rounded(.down)
    elements += [10 + 2 * x + own[cluster] + stream.normal() + 0.2 * d, d, x]
    codes.arm.append(arm)
    codes.cluster.append(Int32(cluster))
    codes.segment.append(Int32(stream.uniform() * 3))
    codes.day.append(Int32(stream.uniform() * 4))
  }
  return UnitTable(
    columns: ["y", "d", "x"], values: Matrix(rows: units, columns: 3, elements: elements),
    arm: Labels(names: Array(["A", "B", "C"].prefix(arms)), codes: codes.arm),
    groups: [
      .cluster: Labels(names: (0..<clusters).map { "v\($0)" }, codes: codes.cluster),
      .segment: Labels(names: ["p", "q", "r"], codes: codes.segment),
      .day: Labels(names: ["1", "2", "3", "4"], codes: codes.day),
    ])
}

extension UnitTable {
  /// Without its groups of some roles.
  func dropping(_ roles: UnitTable.Role...) -> UnitTable {
    UnitTable(
      columns: columns, values: values, arm: arm,
      groups: groups.filter { !roles.contains($0.key) })
  }

  /// With a column more.
  func adding(_ name: String, _ value: (Int) -> Double) -> UnitTable {
    UnitTable(
      columns: columns + [name],
      values: Matrix(
        (0..<units).map { row in columns.indices.map { values[row, $0] } + [value(row)] }),
      arm: arm, groups: groups)
  }
}
