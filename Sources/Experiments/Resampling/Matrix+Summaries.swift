import Statistics

extension Matrix {
  /// The means of some columns over some rows, at least one.
  ///
  /// Summed as distances from the first row, so that a large common level costs no digits.
  func means(of columns: [Int], rows: [UInt32]) -> [Double] {
    let (values, width) = (elements, self.columns)
    let first = Int(rows[0]) * width
    var sums = [Double](repeating: 0, count: columns.count)
    for row in rows {
      let start = Int(row) * width
      for (place, column) in columns.enumerated() {
        sums[place] += values[start + column] - values[first + column]
      }
    }
    return zip(sums, columns).map { values[first + $1] + $0 / Double(rows.count) }
  }

  /// The sample variances of some columns over some rows, at least two, about these means.
  func variances(of columns: [Int], rows: [UInt32], means: [Double]) -> [Double] {
    let (values, width) = (elements, self.columns)
    var sums = [Double](repeating: 0, count: columns.count)
    for row in rows {
      let start = Int(row) * width
      for (place, column) in columns.enumerated() {
        let deviation = values[start + column] - means[place]
        sums[place] += deviation * deviation
      }
    }
    return sums.map { $0 / Double(rows.count - 1) }
  }
}
