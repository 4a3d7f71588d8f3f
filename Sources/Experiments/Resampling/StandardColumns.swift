import Statistics

/// Metrics of some units as deviations from their mean in standard deviations, in single precision.
///
/// Sums of what is centred lose no digits, and what is scaled neither overflows nor vanishes.
struct StandardColumns {
  let rows: [UInt32]
  let means: [Double]
  let variances: [Double]
  /// The standard deviation; 1 where a metric does not vary.
  let scales: [Double]
  private(set) var columns: FloatColumns

  /// - Parameters:
  ///   - units: The experiment.
  ///   - rows: The units wanted, at least two.
  ///   - hasSquares: Whether the squares follow as further columns.
  init(_ units: ResampledUnits, rows: [UInt32], hasSquares: Bool = false) {
    self.rows = rows
    means = units.means(rows)
    variances = units.variances(rows, means: means)
    scales = variances.map { $0 > 0 ? $0.squareRoot() : 1 }
    let (metrics, values) = (units.metrics, units.table.values.elements)
    var elements = [Float](
      repeating: 0, count: rows.count * metrics.count * (hasSquares ? 2 : 1))
    for (place, metric) in metrics.enumerated() {
      let (mean, scale, start) = (means[place], scales[place], place * rows.count)
      for (row, unit) in rows.enumerated() {
        let value = values[Int(unit) * units.table.values.columns + metric]
        elements[start + row] = Float((value - mean) / scale)
      }
    }
    if hasSquares {
      let count = metrics.count * rows.count
      for place in 0..<count { elements[count + place] = elements[place] * elements[place] }
    }
    columns = FloatColumns(rows: rows.count, elements: elements)
  }
}
