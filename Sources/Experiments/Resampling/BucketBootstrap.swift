import Statistics

extension ResampledMeans {
  /// The Poisson bootstrap of buckets of units, a tenth of a second for a million units.
  ///
  /// Chamandy, Muralidharan, Najmi and Naidu, "Estimating uncertainty for massive data streams", Google,
  /// 2012. Units of a cluster share a bucket, and a cluster of several arms one weight for all of
  /// them; without clusters units are dealt out at random, each arm to buckets of its own.
  ///
  /// - Parameters:
  ///   - table: The experiment, with clusters where units depend on each other.
  ///   - metrics: Columns of the table.
  ///   - resamples: How many.
  ///   - buckets: At most how many for an arm; with fewer clusters than that, each is a bucket.
  ///   - seed: Where buckets and weights come from.
  /// - Returns: The means of all metrics in all arms, without standard errors.
  /// - Throws: Where a metric is unknown or incomplete, an arm has fewer than two units, or there are
  ///   fewer than two clusters.
  public static func bucketBootstrap(
    _ table: UnitTable, metrics: [String], resamples: Int = 1000, buckets: Int = 2048,
    seed: UInt64
  ) throws(NotEstimable) -> ResampledMeans {
    precondition(buckets >= 2 && buckets <= 65_536, "a bootstrap needs 2 to 65,536 buckets")
    let units = try ResampledUnits(table, metrics: metrics)
    let draws = Draws(seed: seed, replication: 0)
    let clusters = table.groups[.cluster]
    if let clusters, clusters.count < 2 { throw NotEstimable("there are fewer than two clusters") }
    let count = clusters.map { min($0.count, buckets) } ?? buckets
    let deal = BucketDeal(clusters: clusters, buckets: count, draws: draws)
    let width = metrics.count
    var (means, sizes) = (
      Matrix(rows: resamples, columns: units.arms.count * width),
      Matrix(rows: resamples, columns: units.arms.count)
    )
    var observed: [Double] = []
    for (arm, rows) in units.arms.enumerated() {
      let center = units.means(rows)
      observed += center
      let sums = units.sums(rows, center: center, buckets: count, bucket: deal.bucket)
      let family = clusters == nil ? arm : 0
      let weighted = draws.poissonWeights(sets: resamples, rows: count, family: family)
        .times(sums, transposingSelf: true)
      for resample in 0..<resamples {
        sizes[resample, arm] = weighted[resample, 0]
        for place in 0..<width {
          means[resample, arm * width + place] =
            center[place] + weighted[resample, 1 + place] / weighted[resample, 0]
        }
      }
    }
    return ResampledMeans(
      arms: table.arm.names, metrics: metrics, observed: observed, means: means, sizes: sizes)
  }
}

/// Which bucket each unit is in.
private struct BucketDeal {
  let clusters: Labels?
  let buckets: Int
  let grid: WordGrid

  init(clusters: Labels?, buckets: Int, draws: Draws) {
    self.clusters = clusters
    self.buckets = buckets
    grid = draws.grid(Purpose("experiment.buckets"))
  }

  func bucket(of unit: Int) -> Int {
    guard let clusters else { return random(unit) }
    let cluster = Int(clusters.codes[unit])
    return clusters.count <= buckets ? cluster : random(cluster)
  }

  private func random(_ row: Int) -> Int {
    let word = grid.word(row: UInt32(truncatingIfNeeded: row), column: 0)
    return (Int(word) + 0x8000) * buckets / 65_536
  }
}

extension ResampledUnits {
  /// A bucket a row: how many of the units are in it, and the sums of their metrics less the centre.
  fileprivate func sums(
    _ rows: [UInt32], center: [Double], buckets: Int, bucket: (Int) -> Int
  ) -> Matrix {
    let (values, width) = (table.values.elements, metrics.count + 1)
    var sums = [Double](repeating: 0, count: buckets * width)
    for row in rows.map(Int.init) {
      let (start, from) = (bucket(row) * width, row * table.values.columns)
      sums[start] += 1
      for (place, metric) in metrics.enumerated() {
        sums[start + 1 + place] += values[from + metric] - center[place]
      }
    }
    return Matrix(rows: buckets, columns: width, elements: sums)
  }
}

extension Draws {
  /// Poisson(1) weights: a bucket a row, a resample a column.
  fileprivate func poissonWeights(sets: Int, rows: Int, family: Int) -> Matrix {
    let grid = grid(Purpose("experiment.bucket.weights"), family: family)
    let (rule, stride) = (PoissonWeights(), WordGrid.stride)
    var words = [SIMD8<Int16>](
      repeating: .zero, count: (sets + stride - 1) / stride * stride / 8)
    var elements: [Double] = []
    elements.reserveCapacity(sets * rows)
    for row in 0..<rows {
      grid.fill(&words, row: UInt32(truncatingIfNeeded: row), firstColumn: 0)
      for eight in words.indices {
        let weights = rule.weights(words[eight], turn: 0)
        for place in 0..<max(0, min(8, sets - eight * 8)) {
          elements.append(Double(weights[place]))
        }
      }
    }
    return Matrix(rows: rows, columns: sets, elements: elements)
  }
}
