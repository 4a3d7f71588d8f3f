import Statistics

/// What resampling needs of an experiment: complete metrics, and each arm's units in the table's order.
struct ResampledUnits {
  let table: UnitTable
  /// Columns of the table.
  let metrics: [Int]
  /// Positions of each arm's units.
  package let arms: [[UInt32]]

  /// Throws where a metric is unknown or a unit lacks it, and where an arm has fewer than two units.
  init(_ table: UnitTable, metrics names: [String]) throws(NotEstimable) {
    self.table = table
    var metrics: [Int] = []
    for name in names {
      guard let place = table.position(of: name) else {
        throw NotEstimable("there is no column “\(name)”")
      }
      let missing = (0..<table.units).count { !table.values[$0, place].isFinite }
      guard missing == 0 else {
        throw NotEstimable(
          "\(missing) of \(table.units) units have no “\(name)”, and resampling needs all")
      }
      metrics.append(place)
    }
    self.metrics = metrics
    var arms = Array(repeating: [UInt32](), count: table.arm.count)
    for (unit, code) in table.arm.codes.enumerated() { arms[Int(code)].append(UInt32(unit)) }
    for (name, units) in zip(table.arm.names, arms) where units.count < 2 {
      throw NotEstimable("“\(name)” has fewer than two units")
    }
    self.arms = arms
  }

  /// The means of all metrics over some units.
  func means(_ rows: [UInt32]) -> [Double] { table.values.means(of: metrics, rows: rows) }
}
