internal import Statistics

/// A least-squares adjustment for covariates: how much of the variance it explains, and what it leaves.
struct Adjustment {
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
    var sample = CoMoments(variables: columns.count + 1)
    for unit in values.indices { sample.add(columns.map { $0.values[unit] } + [values[unit]]) }
    let kept = Self.independent(sample, columns: columns.count)
    dropped = columns.indices.filter { !kept.contains($0) }.map { columns[$0].name }
    guard !kept.isEmpty else {
      (explained, residuals) = (0, values)
      return
    }
    let scale = (0...columns.count).map { sample.sumOfProducts($0, $0).squareRoot() }
    let response = columns.count
    var correlations = Matrix.identity(kept.count)
    for (row, i) in kept.enumerated() {
      for (column, j) in kept.enumerated() where i != j {
        correlations[row, column] = sample.sumOfProducts(i, j) / (scale[i] * scale[j])
      }
    }
    let answers = kept.map { sample.sumOfProducts($0, response) / (scale[$0] * scale[response]) }
    let weights: [Double]
    do {
      weights = try Cholesky(correlations).solve(answers)
    } catch {
      throw NotEstimable("the covariates depend on each other")
    }
    explained = min(1, max(0, zip(weights, answers).reduce(0) { $0 + $1.0 * $1.1 }))
    let slopes = zip(kept, weights).map { ($0, $1 * scale[response] / scale[$0]) }
    residuals = values.indices.map { unit in
      slopes.reduce(values[unit]) { rest, slope in
        rest - slope.1 * (columns[slope.0].values[unit] - sample.means[slope.0])
      }
    }
  }

  /// Columns, in order, that those kept before do not determine to within 1e-6 of their variance.
  private static func independent(_ sample: CoMoments, columns: Int) -> [Int] {
    let scale = (0..<columns).map { sample.sumOfProducts($0, $0).squareRoot() }
    var rest = (0..<columns).map { i in
      (0..<columns).map { j in
        scale[i] > 0 && scale[j] > 0 ? sample.sumOfProducts(i, j) / (scale[i] * scale[j]) : 0
      }
    }
    var kept: [Int] = []
    for pivot in 0..<columns where rest[pivot][pivot] > 1e-6 {
      kept.append(pivot)
      let row = rest[pivot]
      for i in pivot..<columns {
        let share = rest[i][pivot] / row[pivot]
        for j in pivot..<columns { rest[i][j] -= share * row[j] }
      }
    }
    return kept
  }
}
