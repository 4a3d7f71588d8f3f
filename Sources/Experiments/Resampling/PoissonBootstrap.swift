import Statistics

extension ResampledMeans {
  /// The Poisson bootstrap: every unit counts a Poisson(1) number of times, independently of the others.
  ///
  /// Chamandy, Muralidharan, Najmi and Naidu, "Estimating uncertainty for massive data streams", Google,
  /// 2012. A unit's weights depend on the seed and its position in the table alone.
  ///
  /// - Parameters:
  ///   - table: The experiment; units are taken to be independent of each other.
  ///   - metrics: Columns of the table.
  ///   - resamples: How many.
  ///   - seed: Where the weights come from.
  ///   - hasErrors: Whether each resample gets standard errors, for studentised intervals.
  /// - Returns: The means of all metrics in all arms.
  /// - Throws: Where a metric is unknown or incomplete, or an arm has fewer than two units.
  public static func poissonBootstrap(
    _ table: UnitTable, metrics: [String], resamples: Int = 1000, seed: UInt64,
    hasErrors: Bool = false
  ) throws(NotEstimable) -> ResampledMeans {
    let plan = try PoissonBootstrap(table, metrics, resamples, seed, hasErrors: hasErrors)
    return plan.means(plan.arms.map { RandomSums(plan.sums($0)) })
  }

  /// The same, bit for bit, on several threads.
  public static func poissonBootstrap(
    _ table: UnitTable, metrics: [String], resamples: Int = 1000, seed: UInt64,
    hasErrors: Bool = false, threads: Int
  ) async throws(NotEstimable) -> ResampledMeans {
    let plan = try PoissonBootstrap(table, metrics, resamples, seed, hasErrors: hasErrors)
    var sums: [RandomSums] = []
    for arm in plan.arms { sums.append(await RandomSums.of(plan.sums(arm), threads: threads)) }
    return plan.means(sums)
  }
}

/// What a Poisson bootstrap sums, and what it makes of the sums.
private struct PoissonBootstrap {
  let table: UnitTable
  let metrics: [String]
  let resamples: Int
  let hasErrors: Bool
  let arms: [StandardColumns]
  let grid: WordGrid

  init(
    _ table: UnitTable, _ metrics: [String], _ resamples: Int, _ seed: UInt64, hasErrors: Bool
  ) throws(NotEstimable) {
    let units = try ResampledUnits(table, metrics: metrics)
    (self.table, self.metrics, self.resamples, self.hasErrors) = (
      table, metrics, resamples, hasErrors
    )
    grid = Draws(seed: seed, replication: 0).grid(Purpose("experiment.bootstrap"))
    arms = units.arms.map { rows in
      StandardColumns(
        table.values, metrics: units.metrics, rows: rows, hasSquares: hasErrors)
    }
  }

  func sums(_ arm: StandardColumns) -> RandomSumsPlan<PoissonWeights> {
    RandomSumsPlan(
      columns: arm.columns, rows: arm.rows, sets: resamples, rule: PoissonWeights(), grid: grid)
  }

  func means(_ sums: [RandomSums]) -> ResampledMeans {
    let width = metrics.count
    var means = Matrix(rows: resamples, columns: arms.count * width)
    var sizes = Matrix(rows: resamples, columns: arms.count)
    var errors = Matrix(rows: resamples, columns: hasErrors ? arms.count * width : 0)
    for (arm, (standard, sums)) in zip(arms, sums).enumerated() {
      for resample in 0..<resamples {
        let size = sums.weights[resample]
        sizes[resample, arm] = size
        for metric in 0..<width {
          let (place, scale) = (arm * width + metric, standard.scales[metric])
          let gap = sums.sums[metric, resample] / size
          means[resample, place] = standard.means[metric] + gap * scale
          guard hasErrors else { continue }
          let square = sums.sums[width + metric, resample] / size - gap * gap
          errors[resample, place] = max(square, 0) / (size - 1) * scale * scale
        }
      }
    }
    let observed = arms.flatMap { arm in arm.variances.map { $0 / Double(arm.rows.count) } }
    return ResampledMeans(
      arms: table.arm.names, metrics: metrics, observed: arms.flatMap(\.means), means: means,
      sizes: sizes,
      squaredErrors: hasErrors
        ? ResampledMeans.SquaredErrors(observed: observed, resamples: errors) : nil)
  }
}
