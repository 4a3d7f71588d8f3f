import Statistics

/// Sums of rows under random weights, for many sets of weights at once: a product of matrices whose left
/// factor is made and forgotten block by block.
struct RandomSums {
  /// Sums of the weights themselves, one for each set.
  private(set) var weights: [Double]
  /// Weighted sums: a row for each column summed, a column for each set of weights.
  var sums: Matrix

  /// On the caller's thread alone.
  init(_ plan: RandomSumsPlan<some WeightRule>) {
    self.init(empty: plan)
    for part in plan.parts { add(plan.sums(part)) }
  }

  /// The same, bit for bit, on several threads.
  static func of(_ plan: RandomSumsPlan<some WeightRule>, threads: Int) async -> RandomSums {
    var sums = RandomSums(empty: plan)
    await inOrder(plan.parts, threads: threads) {
      plan.sums($0)
    } _: {
      sums.add($0)
    }
    return sums
  }

  private init(empty plan: RandomSumsPlan<some WeightRule>) {
    weights = [Double](repeating: 0, count: plan.sets)
    sums = Matrix(rows: plan.columns.columns, columns: plan.sets)
  }

  private mutating func add(_ part: RandomSumsPart) {
    for set in part.sets {
      let place = set - part.sets.lowerBound
      weights[set] = part.weights[place]
      for column in 0..<sums.rows { sums[column, set] = part.sums[column * part.width + place] }
    }
  }
}
