import Experiments

/// The plan's beliefs in each metric's own unit.
struct Priors {
  private(set) var byMetric: [String: EffectPrior] = [:]
  /// Where a share of nothing is no prior.
  private(set) var cautions: [Caution] = []

  /// - Parameters:
  ///   - spreads: What is believed.
  ///   - comparisons: The effects.
  ///   - control: The control's values as they are, of which shares are taken.
  init(_ spreads: [PriorSpread], _ comparisons: [MetricComparison], control: ArmSummary) {
    guard !spreads.isEmpty else { return }
    for metric in comparisons.map(\.metric.name) {
      guard
        let spread = spreads.first(where: { $0.metric == metric })
          ?? spreads.first(where: { $0.metric == nil })
      else { continue }
      let value = control.values.first { $0.metric == metric }?.value
      if let prior = spread.prior(controlValue: value ?? 0) {
        byMetric[metric] = prior
      } else {
        cautions.append(.noPrior(metric: metric, isOfNothing: value == 0))
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
