import Statistics

/// Which rows are summed, under which weights.
struct RandomSumsPlan<Rule: WeightRule>: Sendable {
  /// What is summed, centred and scaled.
  let columns: FloatColumns
  /// Each row's number in the grid.
  package let rows: [UInt32]
  /// How many sets of weights; where a word serves one, its column is the set's number.
  let sets: Int
  /// What a word of the grid weighs.
  let rule: Rule
  /// Where the words come from.
  let grid: WordGrid

  /// So many rows by so many sets, as floats, fit the second-level cache beside the columns.
  private static var rowsPerBlock: Int { 64 }
  private static var setsPerPart: Int { 512 }
  /// Products are added up in single precision over so many blocks, then in double.
  private static var blocksPerSum: Int { 4 }

  var parts: [Range<Int>] {
    stride(from: 0, to: sets, by: Self.setsPerPart).map { $0..<min(sets, $0 + Self.setsPerPart) }
  }

  func sums(_ sets: Range<Int>) -> RandomSumsPart {
    precondition(rows.count == columns.rows, "a number for each row")
    let stride = WordGrid.stride * Rule.setsPerWord
    let width = (sets.count + stride - 1) / stride * stride
    var part = RandomSumsPart(
      sets: sets, width: width, weights: [Double](repeating: 0, count: sets.count),
      sums: [Double](repeating: 0, count: columns.columns * width))
    var words = [SIMD8<Int16>](repeating: .zero, count: width / Rule.setsPerWord / 8)
    var block = [SIMD8<Float>](repeating: .zero, count: Self.rowsPerBlock * width / 8)
    var counts = [SIMD8<Int16>](repeating: .zero, count: width / 8)
    var product = [Float](repeating: 0, count: columns.columns * width)
    var isFresh = true
    for (number, start) in Swift.stride(from: 0, to: rows.count, by: Self.rowsPerBlock).enumerated()
    {
      let range = start..<min(start + Self.rowsPerBlock, rows.count)
      var place = 0
      for row in range {
        grid.fill(&words, row: rows[row], firstColumn: sets.lowerBound / Rule.setsPerWord)
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
      for place in product.indices { part.sums[place] += Double(product[place]) }
      for set in 0..<sets.count { part.weights[set] += Double(counts[set / 8][set % 8]) }
      for eight in counts.indices { counts[eight] = .zero }
    }
    return part
  }
}

/// What some of the sets of weights give.
struct RandomSumsPart: Sendable {
  let sets: Range<Int>
  /// Of a row of `sums`, of which the last few may be nobody's.
  let width: Int
  var weights: [Double]
  /// A row for each column summed.
  var sums: [Double]
}
