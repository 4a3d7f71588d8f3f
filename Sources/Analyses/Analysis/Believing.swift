import Experiments

/// Gives effects the plan's priors.
struct Believing {
  let priors: [PriorSpread]

  /// - Parameters:
  ///   - comparisons: The effects.
  ///   - control: The control's values as they are, of which shares are taken.
  ///   - warnings: Where a share of nothing is no prior, that is said.
  func apply(
    to comparisons: inout [MetricComparison], control: ArmSummary, _ warnings: inout [String]
  ) {
    guard !priors.isEmpty else { return }
    for place in comparisons.indices {
      let metric = comparisons[place].metric.name
      guard
        let spread = priors.first(where: { $0.metric == metric })
          ?? priors.first(where: { $0.metric == nil })
      else { continue }
      let value = control.values.first { $0.metric == metric }?.value
      guard let prior = spread.prior(controlValue: value ?? 0) else {
        let reason =
          value == 0
          ? "the control's value is 0 and nothing is a share of it"
          : "its spread would be too small or too large to be computed with"
        warnings.append("\(metric): no prior is used, since \(reason)")
        continue
      }
      for arm in comparisons[place].arms.indices {
        guard var effect = comparisons[place].effects[arm] else { continue }
        effect.prior = prior
        comparisons[place].arms[arm] = .success(effect)
      }
    }
  }
}

extension PriorSpread {
  /// In the metric's unit; nil for a share of nothing, and where its square is 0 or infinite.
  fileprivate func prior(controlValue: Double) -> EffectPrior? {
    let spread = isShare ? size * controlValue.magnitude : size
    guard spread * spread > 0, (spread * spread).isFinite else { return nil }
    return EffectPrior(standardDeviation: spread)
  }
}
