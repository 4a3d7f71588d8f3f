package import Statistics

/// A quantile of each of several arms, and how their errors go together where arms share clusters.
///
/// By Bahadur's representation (Annals of Mathematical Statistics 37, 1966) a quantile errs as the share of
/// units below it does, over the density there: −Σᵢ(1{yᵢ ≤ q} − ν)/(n·f). Woodruff's standard error over the
/// share's is that 1/f, so that no density is estimated. The correlation of two quantiles is then that of
/// the shares, from their sums by cluster: Σ u_g·w_g over √(Σu_g²·Σw_g²), 0 where no cluster is shared
/// (Francisco and Fuller, "Quantile estimation with a complex survey design", Annals of Statistics 19, 1991).
package struct JointQuantiles {
  /// By arm of the table.
  package let arms: [Result<ArmQuantile, NotEstimable>]
  /// By arm of the table, its values in order; nil where there are none.
  package let samples: [SortedSample?]
  /// By arm and cluster the sum of 1{y ≤ q} less its share; empty without clusters or quantile.
  private let sums: [[Double]]
  /// By arm whether a cluster has units in it.
  private let isPresent: [[Bool]]

  /// - Parameters:
  ///   - table: The units; those without a value are left out.
  ///   - column: The metric's position.
  ///   - level: The share of units below the quantile.
  ///   - byCluster: Whether clusters count where there are some.
  package init(_ table: UnitTable, column: Int, level: Double, byCluster: Bool = true) {
    let labels = byCluster ? table.groups[.cluster] : nil
    let rows = table.arm.rows
    var arms: [Result<ArmQuantile, NotEstimable>] = []
    var sums: [[Double]] = []
    var isPresent: [[Bool]] = []
    var samples: [SortedSample?] = []
    for own in rows {
      let known = own.filter { !table.values[$0, column].isNaN }
      let values = known.map { table.values[$0, column] }
      let clusters = labels.map { all in
        Labels(names: all.names, codes: known.map { all.codes[$0] })
      }
      let sample = SortedSample(values)
      samples.append(sample)
      let quantile = Self.quantile(values, sample, level, clusters)
      arms.append(quantile)
      var (sum, present) = ([Double](), [Bool]())
      if let clusters, let value = try? quantile.get().value {
        let share = Double(values.count { $0 <= value }) / Double(values.count)
        sum = [Double](repeating: 0, count: clusters.count)
        present = [Bool](repeating: false, count: clusters.count)
        for (own, code) in zip(values, clusters.codes) {
          sum[Int(code)] += (own <= value ? 1 : 0) - share
          present[Int(code)] = true
        }
      }
      sums.append(sum)
      isPresent.append(present)
    }
    self.arms = arms
    self.samples = samples
    self.sums = sums
    self.isPresent = isPresent
  }

  private static func quantile(
    _ values: [Double], _ sample: SortedSample?, _ level: Double, _ clusters: Labels?
  ) -> Result<ArmQuantile, NotEstimable> {
    do {
      return .success(try ArmQuantile(values, sample, level: level, clusters: clusters))
    } catch {
      return .failure(error)
    }
  }

  /// Whether a cluster has units in both arms.
  package func share(_ a: Int, _ b: Int) -> Bool {
    zip(isPresent[a], isPresent[b]).contains { $0 && $1 }
  }

  /// Of two arms' quantiles.
  func correlation(_ a: Int, _ b: Int) -> Double {
    guard share(a, b) else { return a == b ? 1 : 0 }
    let squares = [a, b].map { arm in sums[arm].reduce(0) { $0 + $1 * $1 } }
    let product = zip(sums[a], sums[b]).reduce(0) { $0 + $1.0 * $1.1 }
    let scale = (squares[0] * squares[1]).squareRoot()
    return scale > 0 ? product / scale : 0
  }

  /// An arm against another.
  ///
  /// - Throws: `NotEstimable` as ``ArmQuantile`` does.
  package func difference(_ arm: Int, against control: Int = 0) throws(NotEstimable)
    -> QuantileDifference
  {
    QuantileDifference(
      try arms[arm].get(), against: try arms[control].get(),
      correlation: share(arm, control) ? correlation(arm, control) : nil)
  }

  /// Of the quantiles of some arms.
  ///
  /// - Throws: `NotEstimable` where one has none.
  package func covariance(of chosen: [Int]) throws(NotEstimable) -> Matrix {
    var result = Matrix(rows: chosen.count, columns: chosen.count)
    for (i, a) in chosen.enumerated() {
      for (j, b) in chosen.enumerated() {
        result[i, j] =
          (i == j ? 1 : correlation(a, b)) * (try arms[a].get().standardError)
          * (try arms[b].get().standardError)
      }
    }
    return result
  }
}
