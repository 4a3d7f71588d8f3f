import Experiments
internal import Statistics

extension MetricComparison {
  /// A quantile of each arm against the control's.
  init(
    quantile metric: MetricSpecification, column: Int, level: Double, _ table: UnitTable,
    names: [String], confidence: Double
  ) {
    self.metric = metric
    method = table.groups[.cluster] == nil ? "Woodruff" : "Woodruff, by cluster"
    let method = method
    let joint = JointQuantiles(table, column: column, level: level)
    arms = names.indices.dropFirst().map { place in
      Self.result { () throws(NotEstimable) in
        guard place < table.arm.count else { throw NotEstimable("the arm has no units") }
        let quantiles = try joint.difference(place)
        return EffectEstimate(
          metric: metric.name, arm: names[place], method: method,
          effect: try quantiles.difference(), controlValue: quantiles.control.value,
          armValue: quantiles.treatment.value, confidence: confidence,
          relative: RelativeSource { () throws(NotEstimable) in .delta(try quantiles.lift()) })
      }
    }
    let known = joint.arms.indices.filter { $0 == 0 || effects[$0 - 1] != nil }
    guard known.count > 1, let errors = try? joint.covariance(of: known) else { return }
    if known.contains(where: { a in known.contains { a < $0 && joint.share(a, $0) } }) {
      covariance = errors.differencesFromFirst
    } else {
      variances = names.indices.map { arm in
        known.firstIndex(of: arm).map { errors[$0, $0] } ?? .nan
      }
    }
  }
}

extension Matrix {
  /// The covariance of all but the first less the first, of a covariance.
  var differencesFromFirst: Matrix {
    var result = Matrix(rows: rows - 1, columns: rows - 1)
    for i in 1..<rows {
      for j in 1..<rows {
        result[i - 1, j - 1] = self[i, j] - self[i, 0] - self[0, j] + self[0, 0]
      }
    }
    return result
  }
}
