/// By offer and customer, whether something is so; empty until first needed.
struct OfferFlags: Sendable {
  private let people: Int
  /// Words of one customer.
  private let words: Int
  /// By customer: a bit for each offer.
  private var bits: [UInt64] = []

  init(slots: Int, people: Int) {
    self.people = people
    words = (slots + UInt64.bitWidth - 1) / UInt64.bitWidth
  }

  mutating func set(_ isSo: Bool, slot: Int, customer: Int) {
    guard isSo != self.isSo(customer, slot: slot) else { return }
    if bits.isEmpty { bits = Array(repeating: 0, count: people * words) }
    bits[word(of: slot, customer)] ^= Self.bit(of: slot)
  }

  @inline(__always)
  func isSo(_ customer: Int, slot: Int) -> Bool {
    !bits.isEmpty && bits[word(of: slot, customer)] & Self.bit(of: slot) != 0
  }

  /// Whether it is so of any offer.
  @inline(__always)
  func isSo(_ customer: Int) -> Bool {
    guard !bits.isEmpty else { return false }
    guard words > 1 else { return bits[customer] != 0 }
    return bits[customer * words..<(customer + 1) * words].contains { $0 != 0 }
  }

  @inline(__always)
  private func word(of slot: Int, _ customer: Int) -> Int {
    customer * words + slot / UInt64.bitWidth
  }

  @inline(__always)
  private static func bit(of slot: Int) -> UInt64 { 1 &<< UInt64(slot % UInt64.bitWidth) }
}
