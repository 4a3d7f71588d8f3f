internal import Statistics

extension EffectEstimate {
  /// Whether the effect is shown to be no fall, or no rise, beyond a margin.
  func isNotWorse(than margin: Margin) -> Bool {
    let (interval, size) = scale(of: margin)
    return margin.isRise ? interval.high < size : interval.low > -size
  }

  /// Whether the effect is shown to lie within a margin on either side of 0.
  ///
  /// The two one-sided tests of ``Effect/equivalence(above:below:)``, each at half of what the confidence
  /// leaves: so one interval, whatever it was corrected for, serves every decision, as the International
  /// Conference on Harmonisation has it ("E9: Statistical principles for clinical trials", 1998).
  func isEquivalent(within margin: Margin) -> Bool {
    let (interval, size) = scale(of: margin)
    return interval.low > -size && interval.high < size
  }

  /// The interval that a margin is held against, and the margin on its scale.
  ///
  /// A share of the control's value errs as that value does, which the relative interval allows for.
  private func scale(of margin: Margin) -> (Interval, Double) {
    guard margin.isShare, controlValue > 0 else {
      return (interval, margin.size(controlValue: controlValue))
    }
    switch relative {
    case .interval(_, let interval, _): return (interval, margin.size)
    case .unbounded: return (Interval(low: -.infinity, high: .infinity), margin.size)
    case .notEstimable: return (interval, margin.size(controlValue: controlValue))
    }
  }
}
