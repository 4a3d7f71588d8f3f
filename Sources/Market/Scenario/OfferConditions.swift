/// Others who take part lend an offer trust: the trust part of κ times 1 − s·n/(n + n₀).
///
/// n is the people who have taken part by this morning in the whole market, and those elsewhere.
public struct SocialProof: Sendable, Equatable {
  /// s: the share of the trust part that very many take away.
  public var strength: Double
  /// n₀: people at whom half of that is reached.
  public var half: Double
  /// People who took part elsewhere or before.
  public var already: Double

  public init(strength: Double, half: Double, already: Double = 0) {
    self.strength = strength
    self.half = half
    self.already = already
  }

  /// The share of the trust part that so many more take away.
  func eased(by people: Double) -> Double {
    let all = already + people
    return all > 0 ? strength * all / (all + half) : 0
  }
}

/// Strong rewards are remembered longer: T = T₀ + (T₁ − T₀)·v/(v + v½), v what taking part is worth.
public struct AttentionStretch: Sendable, Equatable {
  /// T₁ in days, of a reward without limit.
  public var fading: Double
  /// v½ in minor units.
  public var half: Double

  public init(fading: Double, half: Double) {
    self.fading = fading
    self.half = half
  }

  /// T of a reward worth so much, T₀ that of one worth nothing.
  func fading(from first: Double, worth: Double) -> Double {
    let worth = max(0, worth)
    guard worth + half > 0 else { return first }
    return first + (fading - first) * worth / (worth + half)
  }
}

/// Claims are checked before they are paid.
///
/// An honest claim that is refused is not paid either: what it would have cost is saved, its customer may be lost.
public struct Screening: Sendable, Equatable {
  /// d: claims of bonus hunters that are caught, and not paid.
  public var catches: Double
  /// f: honest claims that are refused.
  public var refuses: Double
  /// ℓ: of those refused, who never comes back.
  public var loses: Double
  /// Minor units a check.
  public var cost: Double

  public init(catches: Double = 0, refuses: Double = 0, loses: Double = 0, cost: Double = 0) {
    self.catches = catches
    self.refuses = refuses
    self.loses = loses
    self.cost = cost
  }
}
