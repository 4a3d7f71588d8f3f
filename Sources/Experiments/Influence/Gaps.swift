import Statistics

/// Which values of some columns are missing, and the means of those that are not.
struct Gaps {
  private let units: Int
  private var sums: [Double]
  private var pilots: [Double]
  /// Units that lack both of two columns' values, one column's on the diagonal.
  private var joint: Matrix

  init(_ values: Matrix, columns: [Int]) {
    units = values.rows
    sums = [Double](repeating: 0, count: columns.count)
    pilots = [Double](repeating: .nan, count: columns.count)
    joint = Matrix(rows: columns.count, columns: columns.count)
    let (width, count) = (values.columns, columns.count)
    var lacking: [Int] = []
    let cells = values.elements.span
    for row in 0..<units {
      for place in 0..<count {
        let value = cells[row * width + columns[place]]
        if value.isNaN {
          lacking.append(place)
        } else {
          // About the first value seen, so that a large mean costs no digits.
          if pilots[place].isNaN { pilots[place] = value }
          sums[place] += value - pilots[place]
        }
      }
      if lacking.isEmpty { continue }
      for i in lacking { for j in lacking { joint[i, j] += 1 } }
      lacking.removeAll(keepingCapacity: true)
    }
  }

  func observedMean(_ place: Int) -> Double? {
    let observed = Double(units) - joint[place, place]
    return observed > 0 ? pilots[place] + sums[place] / observed : nil
  }

  /// Columns with missing values, one for each set of units that lack them.
  var distinctPatterns: [Int] {
    sums.indices.filter { place in
      joint[place, place] > 0
        && !(0..<place).contains {
          joint[$0, place] == joint[place, place] && joint[$0, $0] == joint[place, place]
        }
    }
  }
}
