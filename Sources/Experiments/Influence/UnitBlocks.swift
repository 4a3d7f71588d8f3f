package import Statistics

/// The units of a table in blocks of rows, arm by arm.
///
/// Blocks begin at fixed rows, and parts of many blocks are added in their order: whoever works on
/// which part, the bits are the same.
package struct UnitBlocks: Sendable {
  let table: UnitTable
  let metrics: [Int]
  package let covariates: Covariates

  static let rowsPerBlock = 8192
  /// A whole number of blocks; few parts, because each has sums by cluster of its own.
  var rowsPerPart = 32 * rowsPerBlock

  package init(_ table: UnitTable, _ adjustment: Adjustment) throws(NotEstimable) {
    precondition(!adjustment.metrics.isEmpty, "an adjustment has a metric")
    self.table = table
    metrics = adjustment.metrics
    covariates = try Covariates(table, adjustment)
  }

  package var arms: Int { table.arm.count }

  /// Rows that may be passed over apart.
  var parts: [Range<Int>] {
    stride(from: 0, to: table.units, by: rowsPerPart).map {
      $0..<min(table.units, $0 + rowsPerPart)
    }
  }

  /// Hands over each block's units of each arm that have all metrics.
  func forEach(in rows: Range<Int>, _ body: (_ arm: Int, _ members: [Int32]) -> Void) {
    var members = [[Int32]](repeating: [], count: arms)
    let (width, codes, cells) = (table.values.columns, table.arm.codes, table.values.elements.span)
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowsPerBlock) {
      for arm in members.indices { members[arm].removeAll(keepingCapacity: true) }
      for row in first..<min(rows.upperBound, first + Self.rowsPerBlock) {
        var check = 0.0
        for metric in metrics { check += cells[row * width + metric] * 0 }
        // 0 times what is not finite is not a number.
        if check == 0 { members[Int(codes[row])].append(Int32(truncatingIfNeeded: row)) }
      }
      for arm in members.indices where !members[arm].isEmpty { body(arm, members[arm]) }
    }
  }

  /// The covariates of some units, less a shift of each.
  package func covariates(of members: [Int32], less shift: [Double]) -> Matrix {
    var elements = [Double](repeating: 0, count: covariates.count * members.count)
    var cells = elements.mutableSpan
    writeCovariates(of: members, less: shift, into: &cells, width: covariates.count)
    return Matrix(rows: members.count, columns: covariates.count, elements: elements)
  }

  /// The metrics of some units, less a shift of each.
  package func outcomes(of members: [Int32], less shift: [Double]) -> Matrix {
    var elements = [Double](repeating: 0, count: metrics.count * members.count)
    var cells = elements.mutableSpan
    writeOutcomes(of: members, less: shift, into: &cells, width: metrics.count)
    return Matrix(rows: members.count, columns: metrics.count, elements: elements)
  }

  /// Covariates and metrics side by side, less a shift of each.
  func joined(_ members: [Int32], less shift: [Double]) -> Matrix {
    let width = covariates.count + metrics.count
    var elements = [Double](repeating: 0, count: width * members.count)
    var cells = elements.mutableSpan
    writeCovariates(of: members, less: shift, into: &cells, width: width)
    writeOutcomes(
      of: members, less: Array(shift.dropFirst(covariates.count)), into: &cells, width: width)
    return Matrix(rows: members.count, columns: width, elements: elements)
  }

  /// Into the first places of rows of some width.
  private func writeCovariates(
    of members: [Int32], less shift: [Double], into result: inout MutableSpan<Double>, width: Int
  ) {
    let (stride, cells, rows) = (table.values.columns, table.values.elements.span, members.span)
    for (place, term) in covariates.terms.enumerated() {
      let less = shift[place]
      switch term {
      case .value(let column, let fill):
        for i in rows.indices {
          let value = cells[Int(rows[i]) * stride + column]
          result[i * width + place] = (value.isNaN ? fill : value) - less
        }
      case .missing(let column):
        for i in rows.indices {
          result[i * width + place] = (cells[Int(rows[i]) * stride + column].isNaN ? 1 : 0) - less
        }
      case .member(let labels, let code):
        let codes = labels.codes.span
        for i in rows.indices {
          result[i * width + place] = (codes[Int(rows[i])] == code ? 1 : 0) - less
        }
      }
    }
  }

  /// Into the last places of rows of some width.
  private func writeOutcomes(
    of members: [Int32], less shift: [Double], into result: inout MutableSpan<Double>, width: Int
  ) {
    let (stride, cells, rows) = (table.values.columns, table.values.elements.span, members.span)
    for (place, column) in metrics.enumerated() {
      let (less, offset) = (shift[place], width - metrics.count + place)
      for i in rows.indices {
        result[i * width + offset] = cells[Int(rows[i]) * stride + column] - less
      }
    }
  }
}
