import Statistics

/// Residuals, leverages and φ of some units of an arm.
struct InfluenceBlock {
  let arm: Int
  let members: [Int32]
  let targets: Int
  /// Relative to the arm's means.
  package let covariates: Matrix
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
