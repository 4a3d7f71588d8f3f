import RealModule
import Statistics

/// The decision on noticing an offer: takes part iff the gain g ≥ κ·e^{τ·z}, z drawn once per offer.
///
/// With κ = κ̄·e^{σz′} the share is Φ((ln g − ln κ̄)/√(σ² + τ²)).
struct Response: Sendable {
  let noise: Double
  let purpose: Purpose

  /// `left` is what remains of κ where something makes taking part easier.
  func takesPart(
    gain: Double, _ setting: SegmentSetting, left: Double = 1, _ draws: Draws, _ who: Individual
  ) -> Bool {
    guard gain > 0 else { return false }
    var stream = draws.stream(who, purpose)
    return gain
      >= left * setting.traits.participationCost(draws, who) * Double.exp(noise * stream.normal())
  }
}
