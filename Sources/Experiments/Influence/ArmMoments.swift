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

extension [ArmMoments] {
  /// Arm by arm.
  static func += (into: inout [ArmMoments], other: [ArmMoments]) {
    for (arm, own) in other.enumerated() { into[arm] += own }
  }
}
