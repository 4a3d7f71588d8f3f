import Experiments
import Statistics

extension EffectEstimate {
  /// Whether the effect is shown to be no fall, or no rise, beyond a margin.
  func isNotWorse(than margin: Margin) -> Bool {
    guard let interval = interval(for: margin) else { return false }
    return margin.isRise ? interval.high < margin.size : interval.low > -margin.size
  }

  /// Whether the effect is shown to lie within a margin on either side of 0.
  ///
  /// The two one-sided tests of ``Effect/equivalence(above:below:)``, each at half of what the confidence
  /// leaves: so one interval, whatever it was corrected for, serves every decision, as the International
  /// Conference on Harmonisation has it ("E9: Statistical principles for clinical trials", 1998).
  func isEquivalent(within margin: Margin) -> Bool {
    guard let interval = interval(for: margin) else { return false }
    return interval.low > -margin.size && interval.high < margin.size
  }

  /// On the margin's scale; nil where nothing is a share of the control's value.
  private func interval(for margin: Margin) -> Interval? { margin.isShare ? share : interval }
}
