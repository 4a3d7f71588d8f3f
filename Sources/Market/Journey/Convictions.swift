/// Chances to buy after the next trial that something states itself, such as a tasting; empty until first needed.
struct Convictions: Sendable {
  private var held: [Conviction?] = []

  private struct Conviction: Sendable {
    let chance: Float
    /// The first day on which it is forgotten.
    let until: UInt16
  }

  mutating func set(_ chance: Double, until day: Int, _ customer: Int, among people: Int) {
    if held.isEmpty { held = Array(repeating: nil, count: people) }
    held[customer] = Conviction(
      chance: Float(chance), until: UInt16(truncatingIfNeeded: min(day, Int(UInt16.max))))
  }

  /// What somebody's trial of a day sees of it, once.
  mutating func take(_ customer: Int, on day: Int) -> Double? {
    guard !held.isEmpty, let conviction = held[customer] else { return nil }
    held[customer] = nil
    return day < Int(conviction.until) ? Double(conviction.chance) : nil
  }
}
