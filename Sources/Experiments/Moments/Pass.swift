internal import Statistics

/// The pass itself: rows are gathered by cell into short blocks, and each full block is merged.
struct Pass {
  private(set) var cells: [CoMoments] = []
  private(set) var leftOut: [Int] = []
  private(set) var fills: [Variables.Fill] = []

  private let values: Matrix
  private let outcomes: [Int]
  private let covariates: [Int]
  private let labels: [Labels]
  /// Rows waiting by cell, `capacity` places each.
  private var waiting: [Double] = []
  private var waitingCount: [Int] = []
  private var capacity = 0

  init(table: UnitTable, outcomes: [Int], covariates: [Int], labels: [Labels]) {
    values = table.values
    self.outcomes = outcomes
    self.covariates = covariates
    self.labels = labels
  }

  private var width: Int { outcomes.count + covariates.count + fills.count }

  /// Makes room for an indicator; any observed value will do until the mean is known, if it is near.
  mutating func addIndicator(ofCovariate number: Int) {
    let column = covariates[number]
    let sample = stride(from: column, to: values.elements.count, by: values.columns).lazy
      .map { [values] in values.elements[$0] }.filter { !$0.isNaN }.prefix(256)
    fills.append(Variables.Fill(covariate: number, value: Moments(sample).mean))
    fills.sort { $0.covariate < $1.covariate }
  }

  /// Goes through the rows from the start.
  ///
  /// - Returns: The number of a covariate that is missing somewhere and has no indicator yet, or nil.
  mutating func run(_ rows: Range<Int>) -> Int? {
    prepare()
    let indicators = covariates.indices.map { number in
      fills.firstIndex { $0.covariate == number }
    }
    let columns = outcomes + covariates
    let width = width
    for row in rows {
      let arm = Int(labels[0].codes[row])
      let cell = cell(of: row)
      let start = (cell * capacity + waitingCount[cell]) * width
      let source = row * values.columns
      var isComplete = true
      for place in columns.indices {
        let value = values.elements[source + columns[place]]
        waiting[start + place] = value
        if value.isNaN { isComplete = false }
      }
      if !isComplete || !fills.isEmpty {
        if outcomes.indices.contains(where: { waiting[start + $0].isNaN }) {
          leftOut[arm] += 1
          continue
        }
        for place in fills.indices { waiting[start + columns.count + place] = 0 }
        for number in covariates.indices where waiting[start + outcomes.count + number].isNaN {
          guard let indicator = indicators[number] else { return number }
          waiting[start + outcomes.count + number] = fills[indicator].value
          waiting[start + columns.count + indicator] = 1
        }
      }
      waitingCount[cell] += 1
      if waitingCount[cell] == capacity { merge(cell) }
    }
    for cell in cells.indices { merge(cell) }
    return nil
  }

  private mutating func prepare() {
    let count = labels.reduce(1) { $0 * $1.count }
    // Half a thousand rows of one cell stay in the first cache; thousands of cells share what a
    // second-level cache holds.
    capacity = max(16, min(512, 1 << 20 / (count * width)))
    cells = [CoMoments](repeating: CoMoments(variables: width), count: count)
    leftOut = [Int](repeating: 0, count: labels[0].count)
    waiting = [Double](repeating: 0, count: count * capacity * width)
    waitingCount = [Int](repeating: 0, count: count)
  }

  private func cell(of row: Int) -> Int {
    var cell = 0
    for group in labels.reversed() { cell = cell * group.count + Int(group.codes[row]) }
    return cell
  }

  private mutating func merge(_ cell: Int) {
    let start = cell * capacity * width
    let block = start..<(start + waitingCount[cell] * width)
    cells[cell] += CoMoments(centring: &waiting, in: block, variables: width)
    waitingCount[cell] = 0
  }
}
