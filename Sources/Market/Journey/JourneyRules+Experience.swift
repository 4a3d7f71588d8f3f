import RealModule
import Statistics

/// What somebody experiences, and acts on.
extension JourneyRules {
  /// S = Q(d) + Normal(0, σ_S).
  @inline(__always)
  func experience(_ who: Individual, purpose: Purpose, index: Int, quality: Double) -> Double {
    let spread = setting.satisfactionSpread
    guard spread > 0 else { return quality }
    var stream = draws.stream(who, purpose, index: index)
    return quality + spread * stream.normal()
  }

  /// The satisfaction the one who pays acts on, on the scale of S.
  @inline(__always)
  func actedOn(_ satisfaction: Double, _ who: Individual) -> Double {
    let start = setting.startQuality
    return start + setting.traits.actsOn(draws, who) * (satisfaction - start)
  }

  /// What an experience makes of how often somebody buys.
  @inline(__always)
  func setRate(_ customer: inout Customer, excess: Double) {
    let effect = setting.segment.purchases.rateSensitivity
    if effect != 0 { customer.ownFactor = Float(tempered(effect * excess)) }
  }

  /// What a loss of goodwill makes of it: that much less of satisfaction than before.
  func sour(_ customer: inout Customer, by excess: Double) {
    let effect = setting.segment.purchases.rateSensitivity
    if effect != 0 { customer.ownFactor *= Float(tempered(effect * excess)) }
  }
}
