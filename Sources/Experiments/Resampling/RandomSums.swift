import Statistics

/// Sums of rows under random weights, for many sets of weights at once: a product of matrices whose left
/// factor is made and forgotten block by block.
struct RandomSums {
  /// Sums of the weights themselves, one for each set.
  private(set) var weights: [Double]
  /// Weighted sums: a row for each column summed, a column for each set of weights.
  var sums: Matrix

  /// So many rows by so many sets, as floats, fit the second-level cache beside the columns.
  private static let rowsPerBlock = 64
  private static let setsPerPart = 512
  /// Products are added up in single precision over so many blocks, then in double.
  private static let blocksPerSum = 4

  /// - Parameters:
  ///   - columns: What is summed, centred and scaled.
  ///   - rows: Each row's number in the grid.
  ///   - sets: How many sets of weights; where a word serves one, its column is the set's number.
  ///   - rule: What a word of the grid weighs.
  ///   - grid: Where the words come from.
  init(
    of columns: FloatColumns, rows: [UInt32], sets: Int, rule: some WeightRule, grid: WordGrid
  ) {
    precondition(rows.count == columns.rows, "a number for each row")
    weights = [Double](repeating: 0, count: sets)
    sums = Matrix(rows: columns.columns, columns: sets)
    for first in stride(from: 0, to: sets, by: Self.setsPerPart) {
      addPart(of: columns, rows: rows, first: first, rule: rule, grid: grid)
    }
  }

  private mutating func addPart<Rule: WeightRule>(
    of columns: FloatColumns, rows: [UInt32], first: Int, rule: Rule, grid: WordGrid
  ) {
    let count = min(Self.setsPerPart, weights.count - first)
    let stride = WordGrid.stride * Rule.setsPerWord
    let width = (count + stride - 1) / stride * stride
    var words = [SIMD8<Int16>](repeating: .zero, count: width / Rule.setsPerWord / 8)
    var block = [SIMD8<Float>](repeating: .zero, count: Self.rowsPerBlock * width / 8)
    var counts = [SIMD8<Int16>](repeating: .zero, count: width / 8)
    var product = [Float](repeating: 0, count: columns.columns * width)
    var total = [Double](repeating: 0, count: columns.columns * width)
    var isFresh = true
    for (number, start) in Swift.stride(from: 0, to: rows.count, by: Self.rowsPerBlock).enumerated()
    {
      let range = start..<min(start + Self.rowsPerBlock, rows.count)
      var place = 0
      for row in range {
        grid.fill(&words, row: rows[row], firstColumn: first / Rule.setsPerWord)
        var eight = 0
        for turn in 0..<Rule.setsPerWord {
          for word in words.indices {
            let weights = rule.weights(words[word], turn: turn)
            counts[eight] &+= weights
            block[place] = SIMD8<Float>(weights)
            eight += 1
            place += 1
          }
        }
      }
      columns.multiply(by: block, rows: range, into: &product, isFresh: isFresh)
      isFresh = (number + 1) % Self.blocksPerSum == 0 || range.upperBound == rows.count
      guard isFresh else { continue }
      for place in product.indices { total[place] += Double(product[place]) }
      for set in 0..<count { weights[first + set] += Double(counts[set / 8][set % 8]) }
      for eight in counts.indices { counts[eight] = .zero }
    }
    for column in 0..<columns.columns {
      for set in 0..<count { sums[column, first + set] = total[column * width + set] }
    }
  }
}
