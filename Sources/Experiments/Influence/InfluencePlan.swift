import Statistics

/// What the second pass over the units needs to know.
struct InfluencePlan: Sendable {
  let blocks: UnitBlocks
  let adjustment: Adjustment
  let fits: ArmFits
  /// None where units have no clusters.
  let spread: ArmClusters?
  let preferred: RobustVariance
  let variances: Set<RobustVariance>
  /// Kinds that weight residuals differently: HC1 has the residuals of HC0.
  let weights: [RobustVariance]

  init(
    _ blocks: UnitBlocks, _ moments: [CoMoments], _ adjustment: Adjustment
  ) throws(NotEstimable) {
    self.blocks = blocks
    self.adjustment = adjustment
    fits = try ArmFits(moments, blocks, adjustment.slopes)
    spread = try ArmClusters(blocks, counted: fits.units)
    let best = Adjustment.preferred(clusters: spread?.numbers.count)
    let variances = adjustment.variances.isEmpty ? [best] : adjustment.variances
    self.variances = variances
    preferred =
      variances.contains(best)
      ? best : RobustVariance.allCases.last(where: variances.contains) ?? best
    if let clustered = variances.first(where: \.isClustered), spread == nil {
      throw NotEstimable("the units have no clusters, which \(clustered.rawValue) needs")
    }
    weights = [RobustVariance.hc0, .hc2, .hc3].filter {
      variances.contains($0) || $0 == .hc0 && variances.contains(.hc1)
    }
  }

  var estimand: Estimand { adjustment.estimand }

  /// Whose sums of Ψ are wanted.
  var clusters: Labels? {
    variances.contains(.cr0) || variances.contains(.cr1) ? spread?.labels : nil
  }

  var needsPass: Bool { !weights.isEmpty || clusters != nil }

  var metrics: Int { blocks.metrics.count }

  /// Arms on whose mean a unit has a bearing.
  var targets: Int { fits.slopes == .perArm ? 1 : fits.arms.count }

  /// Columns for x − x̄.
  private var spreadWidth: Int { estimand == .population ? blocks.covariates.count : 0 }

  var width: Int { targets * metrics + spreadWidth }

  var clusterWidth: Int { fits.arms.count * metrics + spreadWidth }

  /// x̄_k − x̄.
  func shift(of arm: Int) -> [Double] {
    zip(fits.arms[arm].covariates, fits.overall).map(-)
  }
}
