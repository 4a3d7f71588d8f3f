import Experiments
import Statistics

/// The arms' values where every cluster, and every stratum, has a constant of its own.
///
/// Two-way fixed effects, as for the places and windows of a switchback: the arms are compared within places
/// at the same time. The clusters' constants are taken off first (``FixedEffects``), so that leaving a
/// cluster out for CR3 takes its constant along. The value of an arm is the mean everybody would have in it.
struct FixedMeans {
  let joint: JointMeans
  let variance: RobustVariance
  /// By arm of the table where it is among the values, or why it is not.
  let places: [Result<Int, NotEstimable>]

  /// - Parameters:
  ///   - table: The units, with clusters and perhaps strata.
  ///   - columns: The outcome's variables, each once.
  ///   - outcome: Of these variables.
  ///   - covariates: Columns whose slopes are common to the arms.
  /// - Throws: `NotEstimable` where the constants leave nothing to tell arms apart by.
  init(
    _ table: UnitTable, columns: [Int], outcome: Outcome, covariates: [Int]
  ) throws(NotEstimable) {
    let rows = (0..<table.units).filter { row in
      !columns.contains { table.values[row, $0].isNaN }
    }
    let present = Set(rows.map { table.arm.codes[$0] })
    let kept = table.arm.names.indices.filter { present.contains(Int32($0)) }
    guard kept.first == 0, kept.count > 1 else {
      throw NotEstimable("an arm has no unit with a value")
    }
    places = table.arm.names.indices.map { arm in
      kept.firstIndex(of: arm).map { .success($0) }
        ?? .failure(NotEstimable("it has no unit with a value"))
    }
    let units = table.keeping(rows).keeping(arms: kept)
    guard let clusters = units.groups[.cluster]?.used else {
      throw NotEstimable("the units have no clusters")
    }
    let fit = try Self.fit(units, clusters, columns, covariates)
    variance = Adjustment.preferred(clusters: clusters.count)
    let (arms, metrics) = (kept.count, columns.count)
    let (n, g) = (Double(units.units), clusters.count)
    var means = Matrix(rows: arms, columns: metrics)
    // From a cluster's influences on means and coefficients to those on the arms' values.
    var weights = Matrix(rows: arms * metrics, columns: arms * metrics)
    for m in 0..<metrics {
      let overall = Moments((0..<units.units).map { units.values[$0, columns[m]] }).mean
      for arm in 0..<arms {
        means[arm, m] = overall
        weights[arm * metrics + m, m] = 1
        for other in 1..<arms {
          let share = Double(units.units(inArm: other)) / n
          let weight = (other == arm ? 1 : 0) - share
          means[arm, m] += weight * fit.within.coefficients[other - 1, m]
          weights[arm * metrics + m, other * metrics + m] = weight
        }
      }
    }
    let influences = try Self.influences(
      units, clusters, columns, fit.within, arms: arms, leavingOut: variance.leavesOut)
    let factor = variance.factor(
      units: units.units, coefficients: fit.within.rank + 1, clusters: g)
    joint = JointMeans(
      means: means,
      covariance: factor * influences.times(weights, transposingOther: true).gram,
      outcome: outcome, areIndependent: false,
      degreesOfFreedom: [Double](repeating: Double(g - 1), count: arms))
  }

  /// Arms but the control, then strata and covariates, within clusters.
  private static func fit(
    _ units: UnitTable, _ clusters: Labels, _ columns: [Int], _ covariates: [Int]
  ) throws(NotEstimable) -> FixedEffects {
    let arms = units.arm.count
    var isArm = Matrix(rows: units.units, columns: arms - 1)
    for (row, code) in units.arm.codes.enumerated() where code > 0 { isArm[row, Int(code) - 1] = 1 }
    let groups = units.groups.mapValues(\.used)
    let blocks = try UnitBlocks(
      UnitTable(columns: units.columns, values: units.values, arm: units.arm, groups: groups),
      Adjustment(
        metrics: columns, covariates: covariates,
        groups: groups[.stratum] == nil ? [] : [.stratum]))
    let members = (0..<units.units).map { Int32($0) }
    let others = blocks.covariates(
      of: members, less: [Double](repeating: 0, count: blocks.covariates.count))
    try refuse(isArm, impliedBy: others, within: clusters, units.arm.names)
    let fit = try FixedEffects(
      groups: clusters, design: isArm.beside(others),
      outcomes: blocks.outcomes(
        of: members, less: [Double](repeating: 0, count: columns.count)))
    guard fit.within.dropped.allSatisfy({ $0 >= arms - 1 }) else { throw implied(nil) }
    return fit
  }

  private static func implied(_ arm: String?) -> NotEstimable {
    NotEstimable(
      "places and windows together tell who is in \(arm.map { "arm \($0)" } ?? "which arm"), so that"
        + " its effect cannot be told from theirs")
  }

  /// An arm that the constants imply must not show as an effect of what is left of a constant.
  private static func refuse(
    _ isArm: Matrix, impliedBy others: Matrix, within clusters: Labels, _ names: [String]
  ) throws(NotEstimable) {
    let own = FixedEffects.relative(isArm, to: clusters)
    var rest = own
    if others.columns > 0 {
      rest = try LeastSquares(
        design: FixedEffects.relative(others, to: clusters), outcomes: own
      ).residuals
    }
    let (before, after) = (own.gram, rest.gram)
    for arm in 0..<own.columns where after[arm, arm] <= 1e-9 * before[arm, arm] {
      throw implied(names[arm + 1])
    }
    var correlation = after
    for i in 0..<own.columns {
      for j in 0..<own.columns {
        correlation[i, j] /= (after[i, i] * after[j, j]).squareRoot()
      }
    }
    guard let factor = try? Cholesky(correlation),
      factor.factor.diagonal.allSatisfy({ $0 * $0 > 1e-9 })
    else { throw implied(nil) }
  }

  /// Clusters × (means, then coefficients arm by arm): what every cluster does to each.
  private static func influences(
    _ units: UnitTable, _ clusters: Labels, _ columns: [Int], _ within: LeastSquares, arms: Int,
    leavingOut: Bool
  ) throws(NotEstimable) -> Matrix {
    let metrics = columns.count
    var result = Matrix(rows: clusters.count, columns: arms * metrics)
    let coordinates = within.design * within.root
    let means = columns.map { column in
      Moments((0..<units.units).map { units.values[$0, column] }).mean
    }
    for (cluster, rows) in clusters.rows.enumerated() {
      let own = Matrix(rows.map { row in (0..<within.rank).map { coordinates[row, $0] } })
      let errors = Matrix(rows.map { row in (0..<metrics).map { within.residuals[row, $0] } })
      let sums = own.times(errors, transposingSelf: true)
      let change =
        leavingOut ? -1 * (try ClusterJackknife.change(leavingOut: own.gram, sums)) : sums
      let coefficients = within.root * change
      let count = Double(leavingOut ? units.units - rows.count : units.units)
      for m in 0..<metrics {
        result[cluster, m] =
          rows.reduce(0) { $0 + units.values[$1, columns[m]] - means[m] } / count
        for arm in 1..<arms { result[cluster, arm * metrics + m] = coefficients[arm - 1, m] }
      }
    }
    return result
  }
}
