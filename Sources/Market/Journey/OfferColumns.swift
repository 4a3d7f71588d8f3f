/// What offers do to the people of a crowd: one slot per offer, empty until first used.
struct OfferColumns: Sendable {
  /// Factor on the purchase intensity.
  private var factors: [[Float]]
  /// Gain of a live first-order offer, minor units.
  private var gains: [[Float]]
  private let people: Int

  init(slots: Int, people: Int) {
    factors = Array(repeating: [], count: slots)
    gains = factors
    self.people = people
  }

  mutating func setFactor(_ factor: Float, slot: Int, customer: Int) {
    if factors[slot].isEmpty {
      guard factor != 1 else { return }
      factors[slot] = Array(repeating: 1, count: people)
    }
    factors[slot][customer] = factor
  }

  /// The product over all offers.
  ///
  /// Never 0: what is left of a threshold must survive days on which nobody buys.
  func factor(_ customer: Int) -> Float {
    var product: Float = 1
    for column in factors where !column.isEmpty { product *= column[customer] }
    return max(product, 1e-9)
  }

  mutating func setGain(_ gain: Float, slot: Int, customer: Int) {
    if gains[slot].isEmpty {
      guard gain != 0 else { return }
      gains[slot] = Array(repeating: 0, count: people)
    }
    gains[slot][customer] = gain
  }

  /// The best of all offers.
  func gain(_ customer: Int) -> Double {
    var best: Float = 0
    for column in gains where !column.isEmpty { best = max(best, column[customer]) }
    return Double(best)
  }
}
