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
    for i in 0..<block.members.count {
      let start = Int(codes[Int(rows[i])]) * width
      for j in 0..<targets {
        let factor = factors[i * targets + j]
        let place = start + first + j * metrics
        for m in 0..<metrics { totals[place + m] += factor * errors[i * metrics + m] }
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

/// What the second pass over the units needs to know.
struct InfluencePlan: Sendable {
  let blocks: UnitBlocks
  let fits: ArmFits
  let estimand: Estimand
  /// Kinds that weight residuals differently: HC1 has the residuals of HC0.
  let weights: [RobustVariance]
  let clusters: Labels?

  var metrics: Int { blocks.metrics.count }

  /// Arms on whose mean a unit has a bearing.
  var targets: Int { fits.slopes == .perArm ? 1 : fits.arms.count }

  private var spread: Int { estimand == .population ? blocks.covariates.count : 0 }

  var width: Int { targets * metrics + spread }

  var clusterWidth: Int { fits.arms.count * metrics + spread }

  /// x̄_k − x̄.
  func shift(of arm: Int) -> [Double] {
    zip(fits.arms[arm].covariates, fits.overall).map(-)
  }
}

/// Residuals, leverages and φ of some units of an arm.
struct InfluenceBlock {
  let arm: Int
  let members: [Int32]
  let targets: Int
  /// Relative to the arm's means.
  let covariates: Matrix
  /// Units × metrics.
  let errors: Matrix
  /// 1 − h by unit.
  let rests: [Double]
  /// φ, units × targets.
  let factors: [Double]
  /// Units × covariates kept, in coordinates in which the fit's are orthonormal.
  let projection: Matrix
  let leastRest: Double

  init(_ plan: InfluencePlan, _ arm: Int, _ members: [Int32]) {
    let fit = plan.fits.arms[arm]
    let (metrics, rank, targets) = (plan.metrics, fit.root.columns, plan.targets)
    let x = plan.blocks.covariates(of: members, less: fit.covariates)
    let y = plan.blocks.outcomes(of: members, less: fit.outcomes)
    // One product gives fitted values and orthonormal coordinates.
    let projection = x * fit.slopes.beside(fit.root)
    let width = metrics + rank
    var errors = y.elements
    var rests = [Double](repeating: 0, count: members.count)
    var factors = [Double](repeating: 0, count: members.count * targets)
    let imbalances =
      plan.targets == 1 ? [fit.imbalance] : plan.fits.arms.map(\.imbalance)
    let own = plan.targets == 1 ? 0 : arm
    let share = 1 / Double(fit.count)
    var least = 1.0
    let cells = projection.elements.span
    for i in members.indices {
      let start = i * width
      for m in 0..<metrics { errors[i * metrics + m] -= cells[start + m] }
      var leverage = share
      for j in 0..<rank { leverage += cells[start + metrics + j] * cells[start + metrics + j] }
      rests[i] = 1 - leverage
      least = min(least, 1 - leverage)
      for target in 0..<targets {
        var factor = target == own ? share : 0
        for j in 0..<rank { factor -= imbalances[target][j] * cells[start + metrics + j] }
        factors[i * targets + target] = factor
      }
    }
    self.arm = arm
    self.members = members
    self.targets = targets
    covariates = x
    self.errors = Matrix(rows: members.count, columns: metrics, elements: errors)
    self.rests = rests
    self.factors = factors
    self.projection = projection
    leastRest = least
  }

  /// [ψ weighted | x − x̄].
  func weighted(_ kind: RobustVariance, _ plan: InfluencePlan) -> Matrix {
    let (metrics, width) = (plan.metrics, plan.width)
    let shift = plan.estimand == .population ? plan.shift(of: arm) : []
    var elements = [Double](repeating: 0, count: members.count * width)
    var cells = elements.mutableSpan
    let (factors, rests) = (factors.span, rests.span)
    let (errors, x) = (errors.elements.span, covariates.elements.span)
    for i in members.indices {
      let weight = kind.weight(rests[i])
      for target in 0..<targets {
        let factor = factors[i * targets + target] * weight
        for m in 0..<metrics {
          cells[i * width + target * metrics + m] = factor * errors[i * metrics + m]
        }
      }
      let start = i * width + targets * metrics
      for j in shift.indices { cells[start + j] = x[i * shift.count + j] + shift[j] }
    }
    return Matrix(rows: members.count, columns: width, elements: elements)
  }
}
