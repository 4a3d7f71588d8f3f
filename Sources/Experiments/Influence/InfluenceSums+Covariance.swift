import Statistics

extension InfluenceSums {
  /// The covariance of all adjusted means, (arms·metrics)².
  package func covariance(
    _ variance: RobustVariance, _ plan: InfluencePlan
  ) throws(NotEstimable) -> Matrix {
    let squares =
      switch variance {
      case .hc0, .hc1, .hc2, .hc3: try independent(variance, plan)
      case .cr0, .cr1: clustered(plan)
      case .cr3, .jackknife: try ClusterProducts(plan).changes(plan).gram
      }
    return variance.factor(
      units: plan.fits.units, coefficients: plan.fits.coefficients,
      clusters: plan.spread?.numbers.count ?? 0) * squares
  }

  /// The sum of squares of the weighted Ψ, (arms·metrics)².
  private func independent(
    _ variance: RobustVariance, _ plan: InfluencePlan
  ) throws(NotEstimable) -> Matrix {
    _ = try variance.rest(1 - leastRest)
    let kind: RobustVariance = variance == .hc1 ? .hc0 : variance
    let size = plan.fits.arms.count * plan.metrics
    var result = Matrix(rows: size, columns: size)
    for (arm, own) in (products[kind] ?? []).enumerated() {
      let place = placing(arm, plan)
      result = result + place.times(own * place, transposingSelf: true)
    }
    return result
  }

  /// UᵀU, U being sums of Ψ by cluster.
  private func clustered(_ plan: InfluencePlan) -> Matrix {
    let own = Matrix(
      rows: clusters.count / clusterWidth, columns: clusterWidth, elements: clusters
    ).gram
    guard plan.estimand == .population else { return own }
    let place = Matrix.identity(plan.fits.arms.count * plan.metrics).above(spreading(plan))
    return place.times(own * place, transposingSelf: true)
  }

  /// Where the columns of an arm's products belong in Ψ: its own means, and the slopes' share of x − x̄.
  private func placing(_ arm: Int, _ plan: InfluencePlan) -> Matrix {
    let size = plan.fits.arms.count * plan.metrics
    let own = plan.targets * plan.metrics
    var place = Matrix(rows: own, columns: size)
    let first = plan.fits.slopes == .perArm ? arm * plan.metrics : 0
    for j in 0..<own { place[j, first + j] = 1 }
    return plan.estimand == .population ? place.above(spreading(plan)) : place
  }

  /// b/n for every arm and metric, covariates × (arms·metrics).
  private func spreading(_ plan: InfluencePlan) -> Matrix {
    let p = plan.blocks.covariates.count
    var result = Matrix(rows: p, columns: plan.fits.arms.count * plan.metrics)
    let share = 1 / Double(plan.fits.units)
    for (arm, fit) in plan.fits.arms.enumerated() {
      for m in 0..<plan.metrics {
        for j in 0..<p { result[j, arm * plan.metrics + m] = fit.slopes[j, m] * share }
      }
    }
    return result
  }
}
