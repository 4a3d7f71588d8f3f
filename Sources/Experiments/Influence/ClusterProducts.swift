import Statistics

/// Each cluster's own part of the arms' fits, from which follows what leaving it out would change.
///
/// Kept for each cluster and fit, in coordinates in which the fit's columns are orthonormal: constants
/// 1/√n_k, then covariates. Memory grows with clusters × (covariates + 1)²; meant for few clusters.
struct ClusterProducts {
  private let labels: Labels
  private let order: Int
  /// By cluster and fit: products of the coordinates, and of coordinates and residuals.
  private var products: [Matrix]
  private var sums: [Matrix]
  private var units: [Int]
  /// Clusters × covariates: Σ(x − x̄).
  private var spread: Matrix

  init(_ plan: InfluencePlan) throws(NotEstimable) {
    guard let clusters = plan.spread else { throw NotEstimable("the units have no clusters") }
    labels = clusters.labels
    let constants = plan.targets
    let rank = plan.fits.arms.map(\.root.columns).max() ?? 0
    order = constants + rank
    let fits = plan.fits.slopes == .perArm ? plan.fits.arms.count : 1
    products = [Matrix](
      repeating: Matrix(rows: order, columns: order), count: labels.count * fits)
    sums = [Matrix](
      repeating: Matrix(rows: order, columns: plan.metrics), count: labels.count * fits)
    units = [Int](repeating: 0, count: labels.count)
    spread = Matrix(rows: labels.count, columns: plan.blocks.covariates.count)
    plan.blocks.forEach(in: 0..<plan.blocks.table.units) { arm, members in
      add(InfluenceBlock(plan, arm, members), plan, fits: fits)
    }
  }

  private mutating func add(_ block: InfluenceBlock, _ plan: InfluencePlan, fits: Int) {
    let metrics = plan.metrics
    let width = block.projection.columns
    var coordinates = [Double](repeating: 0, count: order)
    coordinates[plan.targets == 1 ? 0 : block.arm] =
      1 / Double(plan.fits.arms[block.arm].count).squareRoot()
    let shift = plan.shift(of: block.arm)
    for (i, row) in block.members.enumerated() {
      let cluster = Int(labels.codes[Int(row)])
      let place = cluster * fits + (fits == 1 ? 0 : block.arm)
      for j in 0..<(width - metrics) {
        coordinates[plan.targets + j] = block.projection[i, metrics + j]
      }
      for a in 0..<order {
        for b in 0...a { products[place][a, b] += coordinates[a] * coordinates[b] }
        for m in 0..<metrics { sums[place][a, m] += coordinates[a] * block.errors[i, m] }
      }
      units[cluster] += 1
      for j in shift.indices { spread[cluster, j] += block.covariates[i, j] + shift[j] }
    }
  }

  /// Clusters × (arms·metrics): how the adjusted means change when a cluster is left out.
  ///
  /// For the sample's effect x̄ stays; for the population's it moves too.
  ///
  /// - Throws: `NotEstimable` where a fit needs one of the clusters.
  func changes(_ plan: InfluencePlan) throws(NotEstimable) -> Matrix {
    let (arms, metrics) = (plan.fits.arms, plan.metrics)
    let fits = products.count / max(1, labels.count)
    var result = Matrix(rows: labels.count, columns: arms.count * metrics)
    for cluster in 0..<labels.count where units[cluster] > 0 {
      let rest = Double(plan.fits.units - units[cluster])
      guard rest > 0 else { throw NotEstimable("all units are in one cluster") }
      // x̄ without the cluster, less x̄.
      let moved = (0..<spread.columns).map {
        plan.estimand == .population ? -spread[cluster, $0] / rest : 0
      }
      for fit in 0..<fits {
        let place = cluster * fits + fit
        let change = try ClusterJackknife.change(
          leavingOut: symmetric(products[place]), sums[place])
        for arm in fits == 1 ? Array(arms.indices) : [fit] {
          let own = arms[arm]
          let imbalance = zip(
            own.imbalance, own.root.times(moved, transposingSelf: true)
          ).map(-)
          let along = own.slopes.times(moved, transposingSelf: true)
          for m in 0..<metrics {
            var sum = change[plan.targets == 1 ? 0 : arm, m] / Double(own.count).squareRoot()
            for (j, gap) in imbalance.enumerated() {
              sum -= gap * change[plan.targets + j, m]
            }
            result[cluster, arm * metrics + m] = sum + along[m]
          }
        }
      }
    }
    return result
  }

  private func symmetric(_ lower: Matrix) -> Matrix {
    var result = lower
    for i in 0..<lower.rows { for j in 0..<i { result[j, i] = lower[i, j] } }
    return result
  }
}
