/// What offers do to the people of a crowd, empty until first used: a customer's of all offers lie together, by slot.
struct OfferColumns: Sendable {
  private let slots: Int
  /// Factor on the purchase intensity.
  private var factors: [Float] = []
  /// Gain of a live first-order offer, minor units.
  private var gains: [Float] = []
  /// By customer: the slot that their next order waits for, from 1 on; empty until first used.
  private var waits: [UInt8] = []
  /// The slot that the orders of all others wait for.
  private var everybodys: Int?
  /// Who gives feedback after each order.
  var feedbacks: OfferFlags
  /// Whose next order may change what the offer makes of their purchase intensity.
  var ties: OfferFlags
  /// Who is a member of what people join.
  var members: OfferFlags
  private let people: Int

  init(slots: Int, people: Int) {
    self.slots = slots
    feedbacks = OfferFlags(slots: slots, people: people)
    ties = feedbacks
    members = feedbacks
    self.people = people
  }

  /// Changes what one offer makes of somebody's purchases.
  ///
  /// - Returns: Whether it is another than before.
  mutating func setFactor(_ factor: Float, slot: Int, customer: Int) -> Bool {
    if factors.isEmpty {
      guard factor != 1 else { return false }
      factors = Array(repeating: 1, count: people * slots)
    }
    guard factors[customer * slots + slot] != factor else { return false }
    factors[customer * slots + slot] = factor
    return true
  }

  /// The product over all offers.
  ///
  /// Never 0: what is left of a threshold must survive days on which nobody buys.
  func factor(_ customer: Int) -> Float {
    var product: Float = 1
    guard !factors.isEmpty else { return product }
    for factor in factors[customer * slots..<(customer + 1) * slots] { product *= factor }
    return max(product, 1e-9)
  }

  /// Lets somebody's orders wait for an offer, or no longer; each waits for one at most.
  mutating func setWaiting(_ isWaiting: Bool, slot: Int, customer: Int) {
    if waits.isEmpty {
      guard isWaiting else { return }
      waits = Array(repeating: 0, count: people)
    }
    let own = UInt8(truncatingIfNeeded: slot + 1)
    if isWaiting { waits[customer] = own } else if waits[customer] == own { waits[customer] = 0 }
  }

  /// Lets the orders of all wait for an offer that do not wait for another.
  mutating func letEverybodyWait(for slot: Int) { everybodys = slot }

  mutating func letNobodyWait(for slot: Int) {
    if everybodys == slot { everybodys = nil }
  }

  /// What everybody's orders wait for that is settled after an offer.
  func everybodys(after slot: Int) -> Int? { everybodys.flatMap { $0 > slot ? $0 : nil } }

  func slotToWaitFor(_ customer: Int) -> Int? {
    guard !waits.isEmpty, waits[customer] > 0 else { return everybodys }
    return Int(waits[customer]) - 1
  }

  mutating func setGain(_ gain: Float, slot: Int, customer: Int) {
    if gains.isEmpty {
      guard gain != 0 else { return }
      gains = Array(repeating: 0, count: people * slots)
    }
    guard gains[customer * slots + slot] != gain else { return }
    gains[customer * slots + slot] = gain
  }

  /// The best of all offers.
  func gain(_ customer: Int) -> Double {
    var best: Float = 0
    guard !gains.isEmpty else { return 0 }
    for gain in gains[customer * slots..<(customer + 1) * slots] { best = max(best, gain) }
    return Double(best)
  }
}
