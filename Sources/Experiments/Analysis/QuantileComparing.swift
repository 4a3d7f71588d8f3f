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
    arms = names.indices.dropFirst().map { place in
      Self.result { () throws(NotEstimable) in
        guard place < table.arm.count else { throw NotEstimable("the arm has no units") }
        let quantiles = try QuantileDifference(table, column: column, level: level, arm: place)
        return EffectEstimate(
          metric: metric.name, arm: names[place], method: method,
          effect: try quantiles.difference(), controlValue: quantiles.control.value,
          armValue: quantiles.treatment.value, confidence: confidence,
          relative: Self.relative { () throws(NotEstimable) in
            let lift = try quantiles.lift()
            return .interval(
              estimate: lift.estimate, lift.interval(confidence: confidence), method: "delta")
          })
      }
    }
    let first = try? QuantileDifference(table, column: column, level: level, arm: 1).control
    let errors = names.indices.dropFirst().map { place in
      place < table.arm.count
        ? (try? QuantileDifference(table, column: column, level: level, arm: place))?.treatment
          .standardError : nil
    }
    guard let first, errors.allSatisfy({ $0 != nil }) else { return }
    variances = ([first.standardError] + errors.compactMap(\.self)).map { $0 * $0 }
  }
}
