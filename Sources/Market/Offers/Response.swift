import RealModule
import Statistics

/// The decision on noticing an offer: takes part iff the gain g ≥ κ·e^{τ·z}, z drawn once per offer.
///
/// With κ = κ̄·e^{σz′} the share is Φ((ln g − ln κ̄)/√(σ² + τ²)).
struct Response: Sendable {
  let noise: Double
  let purpose: Purpose

  /// Whether somebody takes part, as whoever decides for them does; `left` is what remains of κ where something makes it
  /// easier.
  func takesPart(
    gain: Double, left: Double = 1, _ index: Int, decidedBy who: Individual, _ crowd: inout Crowd
  ) -> Bool {
    guard gain > 0 else { return false }
    var stream = crowd.draws.stream(who, purpose)
    return gain
      >= left * crowd.participationCost(of: index, decidedBy: who)
      * Double.exp(noise * stream.normal())
  }
}
