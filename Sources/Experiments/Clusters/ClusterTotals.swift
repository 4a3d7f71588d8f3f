import Statistics

/// Sums of some columns by cluster and arm, from which follow the clusters' influence on any mean of them.
///
/// Units are added group by group, so that the errors of segments, of days and of all days until one
/// come from one reading of the rows. Memory: clusters × arms × columns; work: that of the clusters with
/// units among those added, so that many segments of few clusters each cost no more than few of many.
package struct ClusterTotals {
  /// What is summed of a unit's row.
  package enum Term {
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
  /// Clusters with a unit among those added, ascending.
  private(set) var present: [Int] = []
  private var isPresent: [Bool]

  package init(_ table: UnitTable, _ clusters: Labels, _ terms: [Term], shifts: [Double]) {
    precondition(terms.count == shifts.count, "a shift for each column")
    self.table = table
    self.clusters = clusters
    self.terms = terms
    self.shifts = shifts
    units = [Int](repeating: 0, count: clusters.count * table.arm.count)
    sums = [Double](repeating: 0, count: units.count * terms.count)
    isPresent = [Bool](repeating: false, count: clusters.count)
  }

  package mutating func clear() {
    let arms = table.arm.count
    for cluster in present {
      isPresent[cluster] = false
      for cell in cluster * arms..<(cluster + 1) * arms {
        units[cell] = 0
        for place in cell * terms.count..<(cell + 1) * terms.count { sums[place] = 0 }
      }
    }
    present.removeAll(keepingCapacity: true)
  }

  /// Adds the units of some rows; those that lack a value have no part.
  package mutating func add(_ rows: [Int]) {
    let table = table
    let (width, cells) = (table.values.columns, table.values.elements.span)
    var values = [Double](repeating: 0, count: terms.count)
    let before = present.count
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
      let cluster = Int(clusters.codes[row])
      if !isPresent[cluster] {
        isPresent[cluster] = true
        present.append(cluster)
      }
      let cell = cluster * table.arm.count + Int(table.arm.codes[row])
      units[cell] += 1
      for place in values.indices { sums[cell * values.count + place] += values[place] }
    }
    // Sums over clusters have one order, however the units came.
    if present.count > before { present.sort() }
  }

  /// Clusters with a unit in the arm; nil counts those with a unit in any.
  package func count(in arm: Int?) -> Int {
    let arms = table.arm.count
    guard let arm else { return present.count }
    return present.count { units[$0 * arms + arm] > 0 }
  }

  /// Whether no cluster has units in both arms.
  package func areApart(_ arm: Int, _ other: Int) -> Bool {
    let arms = table.arm.count
    return present.allSatisfy {
      units[$0 * arms + arm] == 0 || units[$0 * arms + other] == 0
    }
  }

  /// What every cluster present does to the arm's mean of the weighted columns.
  ///
  /// - Parameters:
  ///   - arm: The arm.
  ///   - means: The columns' means in the arm, over the units added.
  ///   - weights: The columns' weights in the outcome.
  ///   - count: The arm's units.
  ///   - leavingOut: Whether each cluster's units are left out of the denominator.
  /// - Returns: By cluster present the sum of its units' deviations over the arm's units, or over those outside the
  ///   cluster, which is minus how leaving it out moves the mean.
  package func influence(
    on arm: Int, means: [Double], weights: [Double], count: Int, leavingOut: Bool
  ) -> [Double] {
    let arms = table.arm.count
    return present.map { cluster in
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

  /// What the clusters present have, with 0 for all others.
  package func byCluster(_ values: [Double]) -> [Double] {
    var all = [Double](repeating: 0, count: clusters.count)
    for (cluster, value) in zip(present, values) { all[cluster] = value }
    return all
  }
}
