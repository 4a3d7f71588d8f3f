public import Statistics

/// What rearranging the labels of two arms at random says against there being no effect on anybody.
public struct PermutationTest: Sendable, Equatable {
  /// The statistic with the labels as they are.
  public let observed: Double
  /// The statistic under each rearrangement.
  public let rearranged: [Double]

  init(observed: Double, rearranged: [Double]) {
    self.observed = observed
    self.rearranged = rearranged
  }

  /// (1 + #)/(B + 1), where # of B rearrangements are at least as far out as the data.
  ///
  /// Phipson and Smyth, "Permutation p-values should never be zero", Statistical Applications in Genetics
  /// and Molecular Biology 9, 2010. Statistics within 10⁻⁵ of the observed one, relative to it or to 1,
  /// count as equal to it: the sums behind them have seven digits.
  public func pValue(_ alternative: Alternative = .twoSided) -> Double {
    let slack = Self.slack * max(1, observed.magnitude)
    let extreme = rearranged.count { statistic in
      switch alternative {
      case .twoSided: statistic.magnitude >= observed.magnitude - slack
      case .greater: statistic >= observed - slack
      case .less: statistic <= observed + slack
      }
    }
    return Double(1 + extreme) / Double(1 + rearranged.count)
  }

  private static let slack = 1e-5

  /// Rearrangements drawn at random, of which each keeps the arms' sizes; Welch's t for every metric.
  ///
  /// Studentised, the test is also right, in large samples, where effects differ from unit to unit but
  /// their mean is 0: Janssen, "Studentized permutation tests for non-i.i.d. hypotheses", Statistics and
  /// Probability Letters 36, 1997.
  ///
  /// - Parameters:
  ///   - table: The experiment; units are taken to have been randomised one by one.
  ///   - metrics: Columns of the table.
  ///   - arm: The arm compared with the control.
  ///   - control: The control's number.
  ///   - rearrangements: How many.
  ///   - seed: Where the labels come from.
  /// - Returns: One test for each metric.
  /// - Throws: Where a metric is unknown, incomplete or the same for everybody, or an arm has fewer than
  ///   two units.
  public static func sampled(
    _ table: UnitTable, metrics: [String], arm: Int, control: Int = 0, rearrangements: Int = 9999,
    seed: UInt64
  ) throws(NotEstimable) -> [PermutationTest] {
    let units = try ResampledUnits(table, metrics: metrics)
    let treated = units.arms[arm].count
    let pool = StandardColumns(
      table.values, metrics: units.metrics, rows: units.arms[arm] + units.arms[control],
      hasSquares: true)
    if let constant = pool.variances.firstIndex(of: 0) {
      throw NotEstimable("“\(metrics[constant])” is the same for every unit")
    }
    let draws = Draws(seed: seed, replication: 0)
    let grid = draws.grid(Purpose("experiment.permutation"))
    let rule = CoinWeights(share: Double(treated) / Double(pool.rows.count))
    var sums = RandomSums(
      RandomSumsPlan(
        columns: pool.columns, rows: pool.rows, sets: rearrangements, rule: rule, grid: grid))
    let balance = LabelBalance(rows: pool.rows, treated: treated, rule: rule, grid: grid)
    for set in 0..<rearrangements {
      for (row, change) in balance.changes(set, surplus: Int(sums.weights[set]) - treated, draws) {
        for column in 0..<pool.columns.columns {
          sums.sums[column, set] += change * Double(pool.columns[row, column])
        }
      }
    }
    let totals = (0..<pool.columns.columns).map {
      pool.columns.sum(column: $0, rows: pool.rows.count)
    }
    let sizes = (treated: Double(treated), control: Double(pool.rows.count - treated))
    return metrics.indices.map { metric in
      func statistic(sum: Double, squares: Double) -> Double {
        TwoGroups(
          treated: .init(count: sizes.treated, sum: sum, squares: squares),
          control: .init(
            count: sizes.control, sum: totals[metric] - sum,
            squares: totals[metrics.count + metric] - squares)
        ).statistic
      }
      // The arm's own units come first in the pool.
      let own = [metric, metrics.count + metric].map {
        pool.columns.sum(column: $0, rows: treated)
      }
      return PermutationTest(
        observed: statistic(sum: own[0], squares: own[1]),
        rearranged: (0..<rearrangements).map { set in
          statistic(sum: sums.sums[metric, set], squares: sums.sums[metrics.count + metric, set])
        })
    }
  }

  /// Rearrangements that are given; the difference in means for every metric.
  ///
  /// - Parameters:
  ///   - table: The experiment; only the units of the two arms count.
  ///   - metrics: Columns of the table.
  ///   - arm: The arm compared with the control.
  ///   - control: The control's number.
  ///   - labels: A rearrangement a row, a unit of the table a column: 1 for the arm, 0 for the control.
  /// - Returns: One test for each metric.
  /// - Throws: Where a metric is unknown or incomplete, or an arm has fewer than two units.
  public static func fixed(
    _ table: UnitTable, metrics: [String], arm: Int, control: Int = 0, labels: Matrix
  ) throws(NotEstimable) -> [PermutationTest] {
    precondition(labels.columns == table.units, "a label for each unit")
    let units = try ResampledUnits(table, metrics: metrics)
    let rows = units.arms[arm] + units.arms[control]
    let (center, width) = (units.means(rows), metrics.count + 1)
    var columns = Matrix(rows: table.units, columns: width)
    for row in rows.map(Int.init) {
      columns[row, 0] = 1
      for (place, metric) in units.metrics.enumerated() {
        columns[row, 1 + place] = table.values[row, metric] - center[place]
      }
    }
    let sums = labels * columns
    let (own, others) = (units.means(units.arms[arm]), units.means(units.arms[control]))
    return metrics.indices.map { metric in
      // Centred, the sums of both groups together are 0.
      PermutationTest(
        observed: own[metric] - others[metric],
        rearranged: (0..<labels.rows).map { row in
          let (count, sum) = (sums[row, 0], sums[row, 1 + metric])
          return sum / count + sum / (Double(rows.count) - count)
        })
    }
  }
}
