import Statistics

/// Sums of some columns by cluster and arm, from which follow the clusters' influence on any mean of them.
///
/// Units are added group by group, so that the errors of segments, of days and of all days until one
/// come from one reading of the rows. Memory: clusters × arms × columns.
struct ClusterTotals {
  /// What is summed of a unit's row.
  enum Term {
    case value(column: Int)
    /// With what stands for a missing value.
    case filled(column: Int, Double)
    /// 1 where the column has no value.
    case missing(column: Int)
  }

  private let table: UnitTable
  private let clusters: Labels
  private let terms: [Term]
  /// Taken from every value, so that a large mean costs no digits.
  private let shifts: [Double]
  private var sums: [Double]
  private var units: [Int]

  init(_ table: UnitTable, _ clusters: Labels, _ terms: [Term], shifts: [Double]) {
    precondition(terms.count == shifts.count, "a shift for each column")
    self.table = table
    self.clusters = clusters
    self.terms = terms
    self.shifts = shifts
    units = [Int](repeating: 0, count: clusters.count * table.arm.count)
    sums = [Double](repeating: 0, count: units.count * terms.count)
  }

  mutating func clear() {
    for place in units.indices { units[place] = 0 }
    for place in sums.indices { sums[place] = 0 }
  }

  /// Adds the units of some rows; those that lack a value have no part.
  mutating func add(_ rows: [Int]) {
    let table = table
    let (width, cells) = (table.values.columns, table.values.elements.span)
    var values = [Double](repeating: 0, count: terms.count)
    for row in rows {
      var check = 0.0
      for (place, term) in terms.enumerated() {
        switch term {
        case .value(let column): values[place] = cells[row * width + column] - shifts[place]
        case .filled(let column, let fill):
          let value = cells[row * width + column]
          values[place] = (value.isNaN ? fill : value) - shifts[place]
        case .missing(let column):
          values[place] = (cells[row * width + column].isNaN ? 1 : 0) - shifts[place]
        }
        check += values[place] * 0
      }
      guard check == 0 else { continue }
      let cell = Int(clusters.codes[row]) * table.arm.count + Int(table.arm.codes[row])
      units[cell] += 1
      for place in values.indices { sums[cell * values.count + place] += values[place] }
    }
  }

  /// Clusters with a unit in the arm; nil counts those with a unit in any.
  func count(in arm: Int?) -> Int {
    let arms = table.arm.count
    return (0..<clusters.count).count { cluster in
      guard let arm else { return (0..<arms).contains { units[cluster * arms + $0] > 0 } }
      return units[cluster * arms + arm] > 0
    }
  }

  /// Whether no cluster has units in both arms.
  func areApart(_ arm: Int, _ other: Int) -> Bool {
    let arms = table.arm.count
    return (0..<clusters.count).allSatisfy {
      units[$0 * arms + arm] == 0 || units[$0 * arms + other] == 0
    }
  }

  /// What every cluster does to the arm's mean of the weighted columns.
  ///
  /// - Parameters:
  ///   - arm: The arm.
  ///   - means: The columns' means in the arm, over the units added.
  ///   - weights: The columns' weights in the outcome.
  ///   - count: The arm's units.
  ///   - leavingOut: Whether each cluster's units are left out of the denominator.
  /// - Returns: By cluster the sum of its units' deviations over the arm's units, or over those outside the
  ///   cluster, which is minus how leaving it out moves the mean.
  func influence(
    on arm: Int, means: [Double], weights: [Double], count: Int, leavingOut: Bool
  ) -> [Double] {
    let arms = table.arm.count
    return (0..<clusters.count).map { cluster in
      let cell = cluster * arms + arm
      guard units[cell] > 0 else { return 0 }
      var sum = 0.0
      for place in terms.indices where weights[place] != 0 {
        sum +=
          weights[place]
          * (sums[cell * terms.count + place]
            - Double(units[cell]) * (means[place] - shifts[place]))
      }
      return sum / Double(leavingOut ? count - units[cell] : count)
    }
  }
}
