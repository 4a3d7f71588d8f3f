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
    let plan = try BucketBootstrap(table, metrics, resamples, buckets: buckets, seed)
    return plan.means(plan.units.arms.indices.map(plan.arm))
  }

  /// The same, bit for bit, with the arms on several threads.
  public static func bucketBootstrap(
    _ table: UnitTable, metrics: [String], resamples: Int = 1000, buckets: Int = 2048,
    seed: UInt64, threads: Int
  ) async throws(NotEstimable) -> ResampledMeans {
    let plan = try BucketBootstrap(table, metrics, resamples, buckets: buckets, seed)
    var arms: [BucketBootstrap.Arm] = []
    await inOrder(Array(plan.units.arms.indices), threads: threads) {
      plan.arm($0)
    } _: {
      arms.append($0)
    }
    return plan.means(arms)
  }
}

/// What a bucket bootstrap sums, and what it makes of the sums.
private struct BucketBootstrap: Sendable {
  let units: ResampledUnits
  private let deal: BucketDeal
  private let draws: Draws
  private let resamples: Int

  struct Arm: Sendable {
    let center: [Double]
    /// A resample a row: units drawn, then their metrics' sums less the centre.
    let weighted: Matrix
  }

  init(
    _ table: UnitTable, _ metrics: [String], _ resamples: Int, buckets: Int, _ seed: UInt64
  ) throws(NotEstimable) {
    precondition(buckets >= 2 && buckets <= 65_536, "a bootstrap needs 2 to 65,536 buckets")
    units = try ResampledUnits(table, metrics: metrics)
    draws = Draws(seed: seed, replication: 0)
    if let clusters = table.groups[.cluster], clusters.count < 2 {
      throw NotEstimable("There are fewer than two clusters.")
    }
    deal = BucketDeal(table, buckets: buckets, draws: draws)
    self.resamples = resamples
  }

  func arm(_ arm: Int) -> Arm {
    let (sums, center) = units.sums(units.arms[arm], deal)
    let weights = draws.poissonWeights(
      sets: resamples, rows: deal.buckets, family: deal.clusters == nil ? arm : 0)
    return Arm(center: center, weighted: weights.times(sums, transposingSelf: true))
  }

  func means(_ arms: [Arm]) -> ResampledMeans {
    let width = units.metrics.count
    var means: [Double] = []
    var sizes: [Double] = []
    means.reserveCapacity(resamples * arms.count * width)
    sizes.reserveCapacity(resamples * arms.count)
    for resample in 0..<resamples {
      for arm in arms {
        let size = arm.weighted[resample, 0]
        sizes.append(size)
        for place in 0..<width {
          means.append(arm.center[place] + arm.weighted[resample, 1 + place] / size)
        }
      }
    }
    return ResampledMeans(
      arms: units.table.arm.names, metrics: units.metrics.map { units.table.columns[$0] },
      observed: arms.flatMap(\.center),
      means: Matrix(rows: resamples, columns: arms.count * width, elements: means),
      sizes: Matrix(rows: resamples, columns: arms.count, elements: sizes))
  }
}

/// Which bucket each unit is in.
private struct BucketDeal: Sendable {
  let clusters: Labels?
  let buckets: Int
  /// By unit, or by cluster where there are clusters.
  private let dealt: [Int32]

  init(_ table: UnitTable, buckets: Int, draws: Draws) {
    clusters = table.groups[.cluster]
    let count = clusters?.count ?? table.units
    self.buckets = clusters == nil ? buckets : min(count, buckets)
    if clusters != nil, count <= buckets {
      dealt = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    } else {
      dealt = Self.random(count, among: buckets, draws.grid(Purpose("experiment.buckets")))
    }
  }

  func bucket(of unit: Int) -> Int { Int(dealt[clusters.map { Int($0.codes[unit]) } ?? unit]) }

  private static func random(_ count: Int, among buckets: Int, _ grid: WordGrid) -> [Int32] {
    var dealt: [Int32] = []
    dealt.reserveCapacity(count)
    var words = [SIMD8<Int16>](repeating: .zero, count: WordGrid.stride / 8)
    for start in stride(from: 0, to: count, by: WordGrid.stride) {
      let row = UInt32(truncatingIfNeeded: start / WordGrid.stride)
      grid.fill(&words, row: row, firstColumn: 0)
      for place in 0..<min(WordGrid.stride, count - start) {
        let word = Int(words[place / 8][place % 8]) + 0x8000
        dealt.append(Int32(truncatingIfNeeded: word * buckets / 65_536))
      }
    }
    return dealt
  }
}

extension ResampledUnits {
  /// A bucket a row: how many of the units are in it, and the sums of their metrics less the units' means.
  fileprivate func sums(_ rows: [UInt32], _ deal: BucketDeal) -> (Matrix, means: [Double]) {
    let (values, stride, width) = (table.values.elements, table.values.columns, metrics.count + 1)
    // Distances from the first unit are summed, so that a large common level costs no digits.
    let first = metrics.map { values[Int(rows[0]) * stride + $0] }
    var sums = [Double](repeating: 0, count: deal.buckets * width)
    for row in rows.map(Int.init) {
      let (start, from) = (deal.bucket(of: row) * width, row * stride)
      sums[start] += 1
      for (place, metric) in metrics.enumerated() {
        sums[start + 1 + place] += values[from + metric] - first[place]
      }
    }
    var gaps = [Double](repeating: 0, count: metrics.count)
    for start in Swift.stride(from: 0, to: sums.count, by: width) {
      for place in gaps.indices { gaps[place] += sums[start + 1 + place] }
    }
    for place in gaps.indices { gaps[place] /= Double(rows.count) }
    for start in Swift.stride(from: 0, to: sums.count, by: width) {
      for place in gaps.indices { sums[start + 1 + place] -= sums[start] * gaps[place] }
    }
    return (
      Matrix(rows: deal.buckets, columns: width, elements: sums), zip(first, gaps).map { $0 + $1 }
    )
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
