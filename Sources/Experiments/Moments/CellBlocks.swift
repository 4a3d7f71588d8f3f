import Statistics

/// Rows gathered by cell into short blocks, each merged into its cell's moments when it is full.
struct CellBlocks {
  private(set) var cells: [CoMoments]
  /// Values of a row.
  let width: Int
  /// Rows waiting to be merged, `capacity` places for each cell.
  var waiting: [Double]
  private var counts: [Int]
  private let capacity: Int

  init(cells count: Int, width: Int) {
    self.width = width
    // Half a thousand rows of one cell stay in the first cache; many cells share a megabyte.
    capacity = max(16, min(512, 1 << 17 / (count * width)))
    cells = [CoMoments](repeating: CoMoments(variables: width), count: count)
    waiting = [Double](repeating: 0, count: count * capacity * width)
    counts = [Int](repeating: 0, count: count)
  }

  /// Where in `waiting` the next row of a cell belongs.
  func place(in cell: Int) -> Int { (cell * capacity + counts[cell]) * width }

  /// Takes up the row written there.
  mutating func take(_ cell: Int) {
    counts[cell] += 1
    if counts[cell] == capacity { merge(cell) }
  }

  mutating func finish() { for cell in cells.indices { merge(cell) } }

  private mutating func merge(_ cell: Int) {
    let start = cell * capacity * width
    let block = start..<(start + counts[cell] * width)
    cells[cell] += CoMoments(centring: &waiting, in: block, variables: width)
    counts[cell] = 0
  }
}
