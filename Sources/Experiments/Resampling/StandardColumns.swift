import Statistics

/// Metrics of some units as deviations from their mean in standard deviations, in single precision.
///
/// Sums of what is centred lose no digits, and what is scaled neither overflows nor vanishes.
struct StandardColumns {
  package let rows: [UInt32]
  let means: [Double]
  let variances: [Double]
  /// The standard deviation; 1 where a metric does not vary.
  let scales: [Double]
  let columns: FloatColumns

  /// - Parameters:
  ///   - values: A unit a row.
  ///   - metrics: The columns wanted.
  ///   - rows: The units wanted, at least two.
  ///   - hasSquares: Whether the squares follow as further columns.
  init(_ values: Matrix, metrics: [Int], rows: [UInt32], hasSquares: Bool = false) {
    self.rows = rows
    means = values.means(of: metrics, rows: rows)
    variances = values.variances(of: metrics, rows: rows, means: means)
    scales = variances.map { $0 > 0 ? $0.squareRoot() : 1 }
    var elements = [Float](
      repeating: 0, count: rows.count * metrics.count * (hasSquares ? 2 : 1))
    let (cells, width) = (values.elements, values.columns)
    for (place, metric) in metrics.enumerated() {
      let (mean, scale, start) = (means[place], scales[place], place * rows.count)
      for (row, unit) in rows.enumerated() {
        elements[start + row] = Float((cells[Int(unit) * width + metric] - mean) / scale)
      }
    }
    if hasSquares {
      let count = metrics.count * rows.count
      for place in 0..<count { elements[count + place] = elements[place] * elements[place] }
    }
    columns = FloatColumns(rows: rows.count, elements: elements)
  }
}
