import RealModule

/// The reference reward A of everybody in a crowd: what offers taught them to expect.
///
/// It moves only when somebody starts or stops seeing an offer; the days between follow in closed form.
struct RewardReference: Sendable {
  private let habit: RewardHabit
  private var reference: [Float]
  private var seen: [[Float]]
  private var since: [UInt16]

  init(habit: RewardHabit, slots: Int, people: Int) {
    self.habit = habit
    let isUsed = habit.isUsed && slots > 0
    reference = Array(repeating: 0, count: isUsed ? people : 0)
    since = Array(repeating: 0, count: reference.count)
    seen = Array(repeating: reference, count: isUsed ? slots : 0)
  }

  var isUsed: Bool { !reference.isEmpty }

  /// A at the opening of a day, before that day is lived.
  func value(_ customer: Int, on day: Int) -> Double {
    guard isUsed else { return 0 }
    let days = Double(day - Int(since[customer]))
    let (offer, before) = (offered(customer), Double(reference[customer]))
    guard offer > 0 else { return before * Double.pow(habit.fading, days) }
    return offer - (offer - before) * Double.pow(1 - habit.learning, days)
  }

  /// The gain of an offer: x − w·A.
  func gain(of worth: Double, _ customer: Int, on day: Int) -> Double {
    worth - habit.weight * value(customer, on: day)
  }

  /// From this day on an offer of this worth is seen; 0 for no longer.
  mutating func see(_ worth: Double, slot: Int, _ customer: Int, from day: Int) {
    guard isUsed else { return }
    reference[customer] = Float(value(customer, on: day))
    since[customer] = UInt16(truncatingIfNeeded: day)
    seen[slot][customer] = Float(worth)
  }

  /// Whether somebody sees an offer that is worth something.
  func isShown(_ customer: Int) -> Bool { isUsed && offered(customer) > 0 }

  /// The best of what is seen.
  private func offered(_ customer: Int) -> Double {
    var best: Float = 0
    for column in seen { best = max(best, column[customer]) }
    return Double(best)
  }
}
