import Statistics

/// A pilot's metric adjusted for covariates by least squares: how much of the variance it explains, and what it leaves.
struct PilotAdjustment {
  /// R².
  let explained: Double
  /// By unit, around 0 but for the mean.
  let residuals: [Double]
  let dropped: [String]

  /// Adjusts values of some of the units for covariates given for all.
  init(
    _ values: [Double], _ covariates: [Pilot.Variable], _ there: [Int]
  ) throws(NotEstimable) {
    var columns: [(name: String, values: [Double])] = []
    for covariate in covariates {
      let known = there.filter {
        !covariate.values[$0].isNaN && !(covariate.denominators?[$0].isNaN ?? false)
      }
      let (_, linear) = try Pilot.linearized(covariate, known)
      let mean = Moments(linear).mean
      var filled = [Double](repeating: mean, count: covariate.values.count)
      var isMissing = [Double](repeating: 1, count: covariate.values.count)
      for (unit, value) in zip(known, linear) { (filled[unit], isMissing[unit]) = (value, 0) }
      columns.append((covariate.name, there.map { filled[$0] }))
      if known.count < there.count {
        columns.append(("whether \(covariate.name) is missing", there.map { isMissing[$0] }))
      }
    }
    let design = Matrix(
      values.indices.map { unit in [1] + columns.map { $0.values[unit] } })
    let fit = try LeastSquares(
      design: design, outcomes: Matrix(rows: values.count, columns: 1, elements: values))
    dropped = fit.dropped.filter { $0 > 0 }.map { columns[$0 - 1].name }
    let whole = Moments(values)
    let left = fit.residualProducts[0, 0]
    // Less than rounding can leave is nothing.
    let share = 1 - left / whole.sumOfSquaredDeviations
    explained = share > 1e-12 ? share : 0
    residuals = fit.residuals.elements.map { $0 + whole.mean }
  }
}
