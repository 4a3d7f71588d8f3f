internal import RealModule
import Statistics

/// Several arms against one control where some arms' errors may be next to nothing beside the control's.
///
/// Given the control's normal U, an arm is beyond z with chance q = Φ((λu − z) / s), s = √(1 − λ²), which
/// rises from nothing to certainty within a few s: no step fits all of U where the s differ by orders of
/// magnitude. The integral over U goes by pieces as long as the narrowest arm on its way allows, each
/// by Gauss and Legendre's rule, and ends in closed form where an arm is certain to be beyond. What it
/// costs grows with the logarithm of the ratio of the errors.
struct ArmsGivenControl {
  /// No statistic lies beyond this with a chance that a double can hold.
  static let farthest = 40.0

  /// The narrowest first, as it is certain before the others.
  private let arms: [Arm]
  private let isTwoSided: Bool

  private struct Arm {
    let loading: Double
    let spread: Double
  }

  /// Below this an arm does whatever the control does, up to a share of about as much.
  ///
  /// It keeps pieces well above the spacing of doubles at ``farthest``.
  private static let leastSpread = 1e-12
  /// How many spreads away an arm is taken to be beyond for sure, or not to be.
  private static let sure = 9.0
  private static let rule = GaussLegendre(count: 16)

  init(_ loadings: [Double], _ spreads: [Double], isTwoSided: Bool) {
    arms = zip(loadings, spreads).map { loading, spread in
      guard spread < Self.leastSpread else { return Arm(loading: loading, spread: spread) }
      return Arm(loading: 1, spread: Self.leastSpread)
    }.sorted { $0.spread < $1.spread }
    self.isTwoSided = isTwoSided
  }

  /// The chance that at least one arm lies beyond z, or in magnitude beyond a positive z.
  func anyBeyond(_ z: Double) -> Double {
    let zones = arms.map { zone($0, z) }
    // From here on an arm is certain; where every arm ignores the control there is no such place.
    let end = min(zones.map(\.high).min() ?? 0, Self.farthest)
    var u = max(isTwoSided ? 0 : -Self.sure, min(zones.map(\.low).min() ?? 0, Self.farthest))
    var sum = 0.0
    while u < end {
      let next = min(end, u + length(at: u, zones))
      sum += Self.rule.integral(from: u, to: next) { density(at: $0, z, zones) }
      u = next
    }
    let inside = sum / (2 * Double.pi).squareRoot()
    return (inside + .normalCDF(-max(end, isTwoSided ? 0 : -.infinity))) * (isTwoSided ? 2 : 1)
  }

  private struct Zone {
    let low: Double
    let high: Double
  }

  /// Where, as U grows, an arm wakes, and where it is certain.
  ///
  /// Given that it is beyond a positive z, U is normal about λz with the spread s; a negative z it passes
  /// about z/λ.
  private func zone(_ arm: Arm, _ z: Double) -> Zone {
    let reach = Self.sure * arm.spread
    guard arm.loading > 0 else { return Zone(low: -.infinity, high: .infinity) }
    return Zone(
      low: z >= 0 ? arm.loading * z - reach : (z - reach) / arm.loading,
      high: (z + reach) / arm.loading)
  }

  /// Of the piece that begins here.
  ///
  /// At least a part of the least spread, which is far above the spacing of doubles.
  private func length(at u: Double, _ zones: [Zone]) -> Double {
    // The normal density itself falls by e^(−u) over a length of 1.
    var length = min(1, 8 / max(u.magnitude, 1))
    for place in 0..<arms.count {
      let spread = arms[place].spread
      let own = zones[place].low > u ? zones[place].low - u + spread : 2 * spread
      length = min(length, own)
    }
    return length
  }

  /// e^(−u²/2) times the chance that any arm is beyond z given u.
  private func density(at u: Double, _ z: Double, _ zones: [Zone]) -> Double {
    var none = 0.0
    // By places: where nothing is optimised a zip costs more than all the rest.
    for place in 0..<arms.count where zones[place].low <= u {
      let arm = arms[place]
      let above = Double.normalCDF((arm.loading * u - z) / arm.spread)
      let under = (-arm.loading * u - z) / arm.spread
      let below = isTwoSided && under > -Self.farthest ? Double.normalCDF(under) : 0
      none += .log(onePlus: -min(1, above + below))
      // Nothing can be surer than that.
      if none < -Self.farthest { break }
    }
    return -.exp(-0.5 * u * u) * .expMinusOne(none)
  }
}
