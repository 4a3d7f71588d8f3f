import Statistics

/// Count, means and centred cross-products of the covariates and metrics of an arm.
///
/// Blocks are shifted by a pilot mean and merged by Chan, Golub and LeVeque's formula, so that nothing
/// is lost where means are large beside the variation.
struct ArmMoments: Sendable {
  var count = 0
  /// Covariates, then metrics.
  var means: [Double]
  var products: Matrix

  init(variables: Int) {
    means = [Double](repeating: 0, count: variables)
    products = Matrix(rows: variables, columns: variables)
  }

  /// - Parameters:
  ///   - shifted: Rows of values less the pilot.
  ///   - pilot: What was taken off each variable.
  init(_ shifted: Matrix, pilot: [Double]) {
    count = shifted.rows
    let ones = [Double](repeating: 1, count: shifted.rows)
    let gaps = shifted.times(ones, transposingSelf: true).map { $0 / Double(shifted.rows) }
    means = zip(pilot, gaps).map(+)
    products = shifted.gram
    for i in gaps.indices {
      for j in gaps.indices { products[i, j] -= Double(count) * gaps[i] * gaps[j] }
    }
  }

  static func += (into: inout ArmMoments, other: ArmMoments) {
    guard other.count > 0 else { return }
    let count = into.count + other.count
    let share = Double(other.count) / Double(count)
    let gaps = zip(other.means, into.means).map(-)
    for i in gaps.indices {
      for j in gaps.indices {
        into.products[i, j] +=
          other.products[i, j] + share * Double(into.count) * gaps[i] * gaps[j]
      }
    }
    for i in gaps.indices { into.means[i] += share * gaps[i] }
    into.count = count
  }

  /// The moments of every arm over some rows.
  static func pass(_ blocks: UnitBlocks, _ rows: Range<Int>) -> [ArmMoments] {
    let variables = blocks.covariates.count + blocks.metrics.count
    var arms = [ArmMoments](repeating: ArmMoments(variables: variables), count: blocks.arms)
    blocks.forEach(in: rows) { arm, members in
      let zero = [Double](repeating: 0, count: variables)
      let head = blocks.joined(Array(members.prefix(64)), less: zero)
      let ones = [Double](repeating: 1 / Double(head.rows), count: head.rows)
      let pilot = head.times(ones, transposingSelf: true)
      arms[arm] += ArmMoments(blocks.joined(members, less: pilot), pilot: pilot)
    }
    return arms
  }
}

extension UnitBlocks {
  /// Covariates and metrics side by side.
  func joined(_ members: [Int32], less shift: [Double]) -> Matrix {
    let x = covariates(of: members, less: Array(shift.prefix(covariates.count)))
    let y = outcomes(of: members, less: Array(shift.dropFirst(covariates.count)))
    return x.beside(y)
  }
}

extension Matrix {
  /// [self | other].
  func beside(_ other: Matrix) -> Matrix {
    var result = [Double](repeating: 0, count: elements.count + other.elements.count)
    var cells = result.mutableSpan
    let (width, left, right) = (columns + other.columns, elements.span, other.elements.span)
    for row in 0..<rows {
      for j in 0..<columns { cells[row * width + j] = left[row * columns + j] }
      for j in 0..<other.columns {
        cells[row * width + columns + j] = right[row * other.columns + j]
      }
    }
    return Matrix(rows: rows, columns: width, elements: result)
  }

  /// Some rows and columns, in ascending order or any other.
  func selecting(rows chosenRows: [Int], columns chosenColumns: [Int]) -> Matrix {
    Matrix(
      rows: chosenRows.count, columns: chosenColumns.count,
      elements: chosenRows.flatMap { row in chosenColumns.map { self[row, $0] } })
  }
}
