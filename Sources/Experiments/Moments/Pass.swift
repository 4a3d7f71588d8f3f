import Statistics

/// The one pass over a table's units, in blocks of rows.
struct Pass {
  let table: UnitTable
  /// Columns of outcomes, then of covariates.
  let columns: [Int]
  package let outcomes: Int
  /// By what the cells are divided: the arm, then other groups.
  let labels: [Labels]
  private(set) var fills: [Variables.Fill] = []

  /// Rows whose cells are looked up together.
  private static let blockSize = 1024

  struct Collected {
    let cells: [CoMoments]
    /// By arm.
    let leftOut: [Int]
  }

  init(table: UnitTable, outcomes: [Int], covariates: [Int], labels: [Labels]) {
    self.table = table
    columns = outcomes + covariates
    self.outcomes = outcomes.count
    self.labels = labels
  }

  /// Goes through the rows.
  ///
  /// The first missing value of a covariate makes room for its indicator, and the pass starts afresh:
  /// almost always within the first rows, where it costs nothing.
  mutating func run(_ rows: Range<Int>) -> Collected {
    while true {
      var blocks = CellBlocks(
        cells: labels.reduce(1) { $0 * $1.count }, width: columns.count + fills.count)
      var leftOut = [Int](repeating: 0, count: labels[0].count)
      guard let lacking = gather(rows, into: &blocks, &leftOut) else {
        blocks.finish()
        return Collected(cells: blocks.cells, leftOut: leftOut)
      }
      addIndicator(ofCovariate: lacking)
    }
  }

  /// Any observed value will do until the mean is known, if it is near.
  private mutating func addIndicator(ofCovariate number: Int) {
    let (elements, column) = (table.values.elements, columns[outcomes + number])
    let sample = stride(from: column, to: elements.count, by: table.values.columns).lazy
      .map { elements[$0] }.filter { !$0.isNaN }.prefix(256)
    fills.append(Variables.Fill(covariate: number, value: Moments(sample).mean))
    fills.sort { $0.covariate < $1.covariate }
  }

  /// - Returns: The number of a covariate that is missing somewhere and has no indicator yet, or nil.
  private func gather(
    _ rows: Range<Int>, into blocks: inout CellBlocks, _ leftOut: inout [Int]
  ) -> Int? {
    var cellOfRow = [Int](repeating: 0, count: Pass.blockSize)
    var start = rows.lowerBound
    while start < rows.upperBound {
      let block = start..<min(start + Pass.blockSize, rows.upperBound)
      lookUpCells(of: block, into: &cellOfRow)
      for row in block {
        let cell = cellOfRow[row - start]
        let place = blocks.place(in: cell)
        if copy(row, into: &blocks.waiting, at: place) || !fills.isEmpty {
          let isComplete = blocks.waiting[place..<(place + outcomes)].allSatisfy { !$0.isNaN }
          guard isComplete else {
            leftOut[cell % leftOut.count] += 1
            continue
          }
          if let lacking = fillIn(&blocks.waiting, at: place) { return lacking }
        }
        blocks.take(cell)
      }
      start = block.upperBound
    }
    return nil
  }

  private func lookUpCells(of block: Range<Int>, into cellOfRow: inout [Int]) {
    for place in 0..<block.count { cellOfRow[place] = 0 }
    for group in labels.reversed() {
      let (codes, count, start) = (group.codes, group.count, block.lowerBound)
      for row in block { cellOfRow[row - start] = cellOfRow[row - start] * count + Int(codes[row]) }
    }
  }

  /// - Returns: Whether some value is missing.
  private func copy(_ row: Int, into waiting: inout [Double], at place: Int) -> Bool {
    let elements = table.values.elements.span
    let source = row * table.values.columns
    // Not a number as soon as one of the values is.
    var probe = 0.0
    for offset in columns.indices {
      let value = elements[source + columns[offset]]
      waiting[place + offset] = value
      probe += value * 0
    }
    return probe.isNaN
  }

  /// Fills in the missing covariates of a row, and its indicators.
  ///
  /// - Returns: The number of a missing covariate that has no indicator yet, or nil.
  private func fillIn(_ waiting: inout [Double], at place: Int) -> Int? {
    let indicators = place + columns.count
    for fill in fills.indices { waiting[indicators + fill] = 0 }
    for number in 0..<(columns.count - outcomes) where waiting[place + outcomes + number].isNaN {
      guard let fill = fills.firstIndex(where: { $0.covariate == number }) else { return number }
      waiting[place + outcomes + number] = fills[fill].value
      waiting[indicators + fill] = 1
    }
    return nil
  }
}
