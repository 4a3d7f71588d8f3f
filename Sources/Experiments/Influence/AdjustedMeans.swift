public import Statistics

/// The arms' means of several metrics, adjusted for covariates, with their joint sampling covariance.
///
/// Two passes over the units in blocks: moments by arm, then the influence of every unit on every mean
/// (``InfluenceSums``). Without covariates the means are plain and HC2 is Welch's variance.
public struct AdjustedMeans: Sendable {
  public let adjustment: Adjustment
  public let metrics: [String]
  /// Names of the arms; the first is the control.
  public let arms: [String]
  /// Units that count, by arm.
  public let units: [Int]
  /// Units left out because a metric has no finite value, by arm.
  public let leftOut: [Int]
  /// Arms × metrics.
  public let means: Matrix
  /// Names of the columns adjusted for.
  public let covariates: [String]
  /// Columns left out because others imply them, by arm.
  public let dropped: [[String]]
  /// Arms × metrics: what the residuals' squares sum to.
  public let residualSquares: Matrix
  /// How many clusters there are; none where units have none.
  public let clusters: Int?
  /// The variance meant where none is named.
  public let preferred: RobustVariance
  /// n − k, k counting all constants and slopes.
  public let degreesOfFreedom: Int
  /// What a reader should know before trusting the standard errors.
  public let warnings: [String]
  private let covariances: [RobustVariance: Matrix]
  private let rowsOfFit: [Int]

  /// On the caller's thread alone.
  ///
  /// - Throws: `NotEstimable` where an arm has too few units, the table lacks a group asked for, a unit
  ///   or cluster determines a coefficient alone, or clusters cannot show how much they differ.
  public init(_ table: UnitTable, _ adjustment: Adjustment) throws(NotEstimable) {
    let blocks = try UnitBlocks(table, adjustment)
    var moments = blocks.moments(of: 0..<0)
    for part in blocks.parts { moments.merge(blocks.moments(of: part)) }
    let plan = try InfluencePlan(blocks, moments, adjustment)
    var sums = InfluenceSums(plan)
    if plan.needsPass { for part in blocks.parts { sums += InfluenceSums.pass(plan, part) } }
    try self.init(plan, moments, sums)
  }

  /// The same, bit for bit, on several threads.
  ///
  /// - Parameters:
  ///   - table: The units.
  ///   - adjustment: What is compared, and how.
  ///   - threads: How many parts of the table are worked on at a time.
  /// - Returns: What `init` gives.
  /// - Throws: `NotEstimable` as `init` does.
  public static func estimate(
    _ table: UnitTable, _ adjustment: Adjustment, threads: Int
  ) async throws(NotEstimable) -> AdjustedMeans {
    let blocks = try UnitBlocks(table, adjustment)
    var moments = blocks.moments(of: 0..<0)
    await inOrder(blocks.parts, threads: threads) {
      blocks.moments(of: $0)
    } _: {
      moments.merge($0)
    }
    let plan = try InfluencePlan(blocks, moments, adjustment)
    var sums = InfluenceSums(plan)
    if plan.needsPass {
      await inOrder(blocks.parts, threads: threads) {
        InfluenceSums.pass(plan, $0)
      } _: {
        sums += $0
      }
    }
    return try AdjustedMeans(plan, moments, sums)
  }

  private init(
    _ plan: InfluencePlan, _ moments: [CoMoments], _ sums: InfluenceSums
  ) throws(NotEstimable) {
    let (table, fits) = (plan.blocks.table, plan.fits)
    adjustment = plan.adjustment
    metrics = adjustment.metrics.map { table.columns[$0] }
    arms = table.arm.names
    units = fits.arms.map(\.count)
    let total = table.arm.codes.reduce(into: [Int](repeating: 0, count: table.arm.count)) {
      $0[Int($1)] += 1
    }
    leftOut = zip(total, units).map(-)
    means = Matrix(fits.arms.map(\.adjusted))
    let names = plan.blocks.covariates.names
    covariates = names
    dropped = fits.arms.map { $0.dropped.map { names[$0] } }
    let residuals = zip(moments, fits.arms).map { own, fit in
      plan.adjustment.metrics.indices.map {
        own.residualSquares(of: $0, fit, covariates: names.count)
      }
    }
    residualSquares = Matrix(residuals)
    clusters = plan.spread?.numbers.count
    preferred = plan.preferred
    degreesOfFreedom = fits.units - fits.coefficients
    warnings = plan.spread?.warnings ?? []
    rowsOfFit = fits.arms.map { $0.count - 1 - $0.root.columns }
    var covariances: [RobustVariance: Matrix] = [:]
    for variance in plan.variances { covariances[variance] = try sums.covariance(variance, plan) }
    self.covariances = covariances
  }

  /// The covariance of all means, arm by arm and metric by metric within an arm.
  ///
  /// - Throws: `NotEstimable` where the variance was not asked for.
  public func covariance(_ variance: RobustVariance? = nil) throws(NotEstimable) -> Matrix {
    guard let matrix = covariances[variance ?? preferred] else {
      throw NotEstimable("\((variance ?? preferred).rawValue) was not asked for")
    }
    return matrix
  }

  /// The covariance of all effects against an arm, arm by arm without it, metric by metric within.
  public func effectCovariance(
    against control: Int = 0, _ variance: RobustVariance? = nil
  ) throws(NotEstimable) -> Matrix {
    let whole = try covariance(variance)
    let count = metrics.count
    var contrasts = Matrix(rows: (arms.count - 1) * count, columns: whole.rows)
    for (place, arm) in arms.indices.filter({ $0 != control }).enumerated() {
      for m in 0..<count {
        contrasts[place * count + m, arm * count + m] = 1
        contrasts[place * count + m, control * count + m] = -1
      }
    }
    return (contrasts * whole).times(contrasts, transposingOther: true)
  }

  /// An arm's adjusted mean less another's.
  ///
  /// Student's t has G − 1 degrees of freedom with clusters, else Satterthwaite's for the two arms' variances, each
  /// with the arm's n − k, which without covariates are Welch's; with common slopes never more than the n − k of all
  /// units. Those alone let chance pass for an effect in 6 of 100 experiments with six units an arm.
  public func effect(
    arm: Int, against control: Int = 0, metric: Int, _ variance: RobustVariance? = nil
  ) throws(NotEstimable) -> Effect {
    let whole = try covariance(variance)
    let (i, j) = (arm * metrics.count + metric, control * metrics.count + metric)
    let squared = whole[i, i] - 2 * whole[i, j] + whole[j, j]
    guard squared > 0 else {
      throw NotEstimable("nothing varies in either arm, so that chance cannot be judged")
    }
    return Effect(
      estimate: means[arm, metric] - means[control, metric],
      standardError: squared.squareRoot(),
      degreesOfFreedom: freedom(
        variance ?? preferred, [(arm, whole[i, i]), (control, whole[j, j])]))
  }

  /// An arm's adjusted mean.
  public func mean(
    arm: Int, metric: Int, _ variance: RobustVariance? = nil
  ) throws(NotEstimable) -> Effect {
    let place = arm * metrics.count + metric
    let squared = try covariance(variance)[place, place]
    return Effect(
      estimate: means[arm, metric], standardError: squared.squareRoot(),
      degreesOfFreedom: freedom(variance ?? preferred, [(arm, squared)]))
  }

  private func freedom(
    _ variance: RobustVariance, _ parts: [(arm: Int, squared: Double)]
  ) -> Double {
    if variance.isClustered { return Double((clusters ?? 0) - 1) }
    guard parts.allSatisfy({ rowsOfFit[$0.arm] > 0 }) else { return Double(degreesOfFreedom) }
    let ofArms = satterthwaite(parts.map { ($0.squared, Double(rowsOfFit[$0.arm])) })
    return adjustment.slopes == .common ? min(ofArms, Double(degreesOfFreedom)) : ofArms
  }
}

extension CoMoments {
  /// Σe² = S_yy − 2bᵀS_xy + bᵀS_xx·b.
  fileprivate func residualSquares(of metric: Int, _ fit: ArmFit, covariates p: Int) -> Double {
    var sum = sumOfProducts(p + metric, p + metric)
    for i in 0..<p {
      var fitted = 0.0
      for j in 0..<p { fitted += sumOfProducts(i, j) * fit.slopes[j, metric] }
      sum += fit.slopes[i, metric] * (fitted - 2 * sumOfProducts(i, p + metric))
    }
    return sum
  }
}
