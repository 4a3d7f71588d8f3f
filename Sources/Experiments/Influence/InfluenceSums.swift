import Statistics

/// Squares of the influence matrix Ψ, and its sums by cluster; Ψ itself is never kept.
///
/// Ψ has a row a unit and a column an arm and metric, arm by arm: what the unit's residual does to the
/// arm's adjusted mean, ψ = φ·e with φᵢ = δ/n_k − (x̄_k − x̄)ᵀ(XᵀX)⁻¹(xᵢ − x̄ₐ), a the unit's arm; δ is 1
/// for its own arm. With slopes per arm only the unit's own arm has a φ.
struct InfluenceSums: Sendable {
  /// By kind of weight and arm of the units: products of [weighted ψ | x − x̄], the latter only for the
  /// population's effect.
  var products: [RobustVariance: [Matrix]]
  /// Clusters × (arms·metrics, then covariates for the population's effect); empty where not asked for.
  var clusters: [Double]
  let clusterWidth: Int
  /// The least 1 − h of any unit.
  var leastRest = 1.0

  init(_ plan: InfluencePlan) {
    products = [:]
    for kind in plan.weights {
      products[kind] = [Matrix](
        repeating: Matrix(rows: plan.width, columns: plan.width), count: plan.fits.arms.count)
    }
    clusterWidth = plan.clusterWidth
    clusters = [Double](repeating: 0, count: (plan.clusters?.count ?? 0) * clusterWidth)
  }

  static func += (into: inout InfluenceSums, other: InfluenceSums) {
    for (kind, arms) in other.products {
      for (arm, matrix) in arms.enumerated() {
        guard let own = into.products[kind]?[arm] else { continue }
        into.products[kind]?[arm] = own + matrix
      }
    }
    for place in into.clusters.indices { into.clusters[place] += other.clusters[place] }
    into.leastRest = min(into.leastRest, other.leastRest)
  }

  static func pass(_ plan: InfluencePlan, _ rows: Range<Int>) -> InfluenceSums {
    var sums = InfluenceSums(plan)
    plan.blocks.forEach(in: rows) { arm, members in
      sums.add(InfluenceBlock(plan, arm, members), plan)
    }
    return sums
  }

  private mutating func add(_ block: InfluenceBlock, _ plan: InfluencePlan) {
    leastRest = min(leastRest, block.leastRest)
    for kind in plan.weights {
      guard let own = products[kind]?[block.arm] else { continue }
      products[kind]?[block.arm] = own + block.weighted(kind, plan).gram
    }
    if let labels = plan.clusters { addClusters(block, labels, plan) }
  }

  private mutating func addClusters(
    _ block: InfluenceBlock, _ labels: Labels, _ plan: InfluencePlan
  ) {
    let (metrics, targets, width) = (plan.metrics, block.targets, clusterWidth)
    let first = plan.fits.slopes == .perArm ? block.arm * metrics : 0
    let means = plan.fits.arms.count * metrics
    let (codes, rows) = (labels.codes.span, block.members.span)
    let (factors, errors) = (block.factors.span, block.errors.elements.span)
    var totals = clusters.mutableSpan
    // Where a cluster's sums lie is far apart from row to row: computed ahead, the processor can fetch
    // several at a time.
    let starts = rows.indices.map { Int(codes[Int(rows[$0])]) * width + first }
    let places = starts.span
    for m in 0..<metrics {
      for j in 0..<targets {
        let place = j * metrics + m
        for i in places.indices {
          totals[places[i] + place] += factors[i * targets + j] * errors[i * metrics + m]
        }
      }
    }
    guard plan.estimand == .population else { return }
    let shift = plan.shift(of: block.arm)
    let x = block.covariates.elements.span
    for i in 0..<block.members.count {
      let start = Int(codes[Int(rows[i])]) * width + means
      for j in shift.indices { totals[start + j] += x[i * shift.count + j] + shift[j] }
    }
  }
}
