import Statistics

/// What resampling needs of an experiment: complete metrics, and each arm's units in the table's order.
struct ResampledUnits {
  let table: UnitTable
  /// Columns of the table.
  let metrics: [Int]
  /// Positions of each arm's units.
  let arms: [[UInt32]]

  /// Throws where a metric is unknown or a unit lacks it, and where an arm has fewer than two units.
  init(_ table: UnitTable, metrics names: [String]) throws(NotEstimable) {
    self.table = table
    var metrics: [Int] = []
    for name in names {
      guard let place = table.position(of: name) else {
        throw NotEstimable("There is no column “\(name)”.")
      }
      let missing = (0..<table.units).count { !table.values[$0, place].isFinite }
      guard missing == 0 else {
        throw NotEstimable(
          "\(missing) of \(table.units) units have no value of “\(name)”; resampling needs them all.")
      }
      metrics.append(place)
    }
    self.metrics = metrics
    var arms = Array(repeating: [UInt32](), count: table.arm.count)
    for (unit, code) in table.arm.codes.enumerated() { arms[Int(code)].append(UInt32(unit)) }
    for (name, units) in zip(table.arm.names, arms) where units.count < 2 {
      throw NotEstimable("“\(name)” has fewer than two units.")
    }
    self.arms = arms
  }

  /// The means of all metrics in an arm, or in several.
  func means(_ rows: [UInt32]) -> [Double] {
    let (values, width) = (table.values.elements, table.values.columns)
    // Summed as distances from the first unit, so that a large common level costs no digits.
    let first = rows.first.map { Int($0) * width } ?? 0
    var sums = [Double](repeating: 0, count: metrics.count)
    for row in rows {
      let start = Int(row) * width
      for (place, metric) in metrics.enumerated() {
        sums[place] += values[start + metric] - values[first + metric]
      }
    }
    return zip(sums, metrics).map { values[first + $1] + $0 / Double(rows.count) }
  }

  /// The sample variances of all metrics about these means.
  func variances(_ rows: [UInt32], means: [Double]) -> [Double] {
    let (values, width) = (table.values.elements, table.values.columns)
    var sums = [Double](repeating: 0, count: metrics.count)
    for row in rows {
      let start = Int(row) * width
      for (place, metric) in metrics.enumerated() {
        let deviation = values[start + metric] - means[place]
        sums[place] += deviation * deviation
      }
    }
    return sums.map { $0 / Double(rows.count - 1) }
  }
}
