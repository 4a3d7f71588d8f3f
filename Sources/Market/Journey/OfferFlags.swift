/// By offer and customer, whether something is so; empty until first needed.
struct OfferFlags: Sendable {
  private let slots: Int
  private let people: Int
  private var flags: [[Bool]] = []
  /// By customer: of how many offers it is so.
  private var counts: [UInt8] = []

  init(slots: Int, people: Int) {
    self.slots = slots
    self.people = people
  }

  mutating func set(_ isSo: Bool, slot: Int, customer: Int) {
    guard isSo != self.isSo(customer, slot: slot) else { return }
    if flags.isEmpty {
      flags = Array(repeating: [], count: slots)
      counts = Array(repeating: 0, count: people)
    }
    if flags[slot].isEmpty { flags[slot] = Array(repeating: false, count: people) }
    flags[slot][customer] = isSo
    if isSo { counts[customer] += 1 } else { counts[customer] -= 1 }
  }

  func isSo(_ customer: Int, slot: Int) -> Bool {
    !flags.isEmpty && !flags[slot].isEmpty && flags[slot][customer]
  }

  /// Whether it is so of any offer.
  @inline(__always)
  func isSo(_ customer: Int) -> Bool { !counts.isEmpty && counts[customer] > 0 }
}
