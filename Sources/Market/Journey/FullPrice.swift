/// Waiting for the next offer rather than buying at full price: who of a crowd holds an offer, and does not.
///
/// Purchases of all others are multiplied by max(0.1, 1 − ρ·w·A/mean basket).
struct FullPrice: Sendable {
  /// By offer, whether somebody holds it; empty until somebody does.
  private var held: [[Bool]]
  /// By customer: offers they hold.
  private var count: [UInt8]

  init(slots: Int, people: Int) {
    held = Array(repeating: [], count: slots)
    count = Array(repeating: 0, count: people)
  }

  mutating func setHeld(_ isHeld: Bool, slot: Int, customer: Int, among people: Int) {
    if held[slot].isEmpty { held[slot] = Array(repeating: false, count: people) }
    held[slot][customer] = isHeld
    if isHeld { count[customer] += 1 } else { count[customer] -= 1 }
  }

  func isHeld(slot: Int, customer: Int) -> Bool { !held[slot].isEmpty && held[slot][customer] }

  func holdsOffer(_ customer: Int) -> Bool { count[customer] > 0 }
}

/// What somebody without an offer expects of the next, from day to day.
struct Expectation {
  /// Nobody is spoilt so much that they never buy at full price.
  private static let least = 0.1
  /// A share of purchases that is as good as none.
  private static let nothing = 1e-4

  private var course: RewardCourse
  /// ρ·w over the mean basket.
  private let slows: Double

  init(course: RewardCourse, slows: Double) {
    self.course = course
    self.slows = slows
  }

  /// A.
  var value: Double { course.value }

  /// What purchases of the day are multiplied by.
  var factor: Double {
    let missed = slows * course.value
    return missed < Self.nothing ? 1 : max(Self.least, 1 - missed)
  }

  mutating func pass() { course.pass() }
}
