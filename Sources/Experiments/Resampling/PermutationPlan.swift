import Statistics

/// The sums of two arms' units under labels drawn anew, and the tests they make.
struct PermutationPlan {
  private let metrics: Int
  private let treated: Int
  private let pool: StandardColumns
  private let draws: Draws
  private let rule: CoinWeights
  let sums: RandomSumsPlan<CoinWeights>

  /// - Throws: Where a metric is unknown, incomplete or the same for everybody, or an arm has fewer than
  ///   two units.
  init(
    _ table: UnitTable, _ metrics: [String], arm: Int, control: Int, rearrangements: Int,
    seed: UInt64
  ) throws(NotEstimable) {
    let units = try ResampledUnits(table, metrics: metrics)
    self.metrics = metrics.count
    treated = units.arms[arm].count
    pool = StandardColumns(
      table.values, metrics: units.metrics, rows: units.arms[arm] + units.arms[control],
      hasSquares: true)
    if let constant = pool.variances.firstIndex(of: 0) {
      throw NotEstimable("“\(metrics[constant])” is the same for every unit")
    }
    draws = Draws(seed: seed, replication: 0)
    rule = CoinWeights(share: Double(treated) / Double(pool.rows.count))
    sums = RandomSumsPlan(
      columns: pool.columns, rows: pool.rows, sets: rearrangements, rule: rule,
      grid: draws.grid(Purpose("experiment.permutation")))
  }

  /// Evens out each rearrangement's arms, and tests it.
  func tests(_ drawn: RandomSums) -> [PermutationTest] {
    var drawn = drawn
    let rearrangements = sums.sets
    let balance = LabelBalance(rows: pool.rows, treated: treated, rule: rule, grid: sums.grid)
    for set in 0..<rearrangements {
      let surplus = Int(drawn.weights[set]) - treated
      for (row, change) in balance.changes(set, surplus: surplus, draws) {
        for column in 0..<pool.columns.columns {
          drawn.sums[column, set] += change * Double(pool.columns[row, column])
        }
      }
    }
    let totals = (0..<pool.columns.columns).map {
      pool.columns.sum(column: $0, rows: pool.rows.count)
    }
    let sizes = (treated: Double(treated), control: Double(pool.rows.count - treated))
    return (0..<metrics).map { metric in
      func statistic(sum: Double, squares: Double) -> Double {
        TwoGroups(
          treated: .init(count: sizes.treated, sum: sum, squares: squares),
          control: .init(
            count: sizes.control, sum: totals[metric] - sum,
            squares: totals[metrics + metric] - squares)
        ).statisticOfFloats
      }
      // The arm's own units come first in the pool.
      let own = [metric, metrics + metric].map { pool.columns.sum(column: $0, rows: treated) }
      return PermutationTest(
        observed: statistic(sum: own[0], squares: own[1]),
        rearranged: (0..<rearrangements).map { set in
          statistic(sum: drawn.sums[metric, set], squares: drawn.sums[metrics + metric, set])
        })
    }
  }
}
