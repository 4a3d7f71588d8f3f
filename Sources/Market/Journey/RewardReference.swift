import RealModule

/// The reference reward A of everybody in a crowd: what offers taught them to expect.
///
/// It moves only when somebody starts or stops seeing an offer; the days between follow in closed form.
struct RewardReference: Sendable {
  private let habit: RewardHabit
  private var reference: [Float]
  /// By offer: what it is worth to who sees it; empty until somebody does.
  private var seen: [[Float]]
  /// By customer: the best of what is seen.
  private var offered: [Float]
  private var since: [UInt16]

  init(habit: RewardHabit, slots: Int, people: Int) {
    self.habit = habit
    let isUsed = habit.isUsed && slots > 0
    reference = Array(repeating: 0, count: isUsed ? people : 0)
    since = Array(repeating: 0, count: reference.count)
    seen = Array(repeating: [], count: isUsed ? slots : 0)
    offered = reference
  }

  var isUsed: Bool { !reference.isEmpty }

  /// A at the opening of a day, before that day is lived.
  func value(_ customer: Int, on day: Int) -> Double {
    guard isUsed else { return 0 }
    let days = max(0, day - Int(since[customer]))
    let (offer, before) = (Double(offered[customer]), Double(reference[customer]))
    guard offer > 0 else { return before * Self.left(habit.fading, after: days) }
    return offer - (offer - before) * Self.left(1 - habit.learning, after: days)
  }

  private static func left(_ share: Double, after days: Int) -> Double {
    days == 0 ? 1 : Double.pow(share, Double(days))
  }

  /// A from the opening of a day on, as long as nothing starts or stops being seen.
  func course(_ customer: Int, on day: Int) -> RewardCourse {
    let offer = Double(offered[customer])
    return RewardCourse(
      value: value(customer, on: day), goal: offer,
      kept: offer > 0 ? 1 - habit.learning : habit.fading)
  }

  /// A has been followed up to the opening of a day.
  mutating func move(_ customer: Int, to value: Double, on day: Int) {
    reference[customer] = Float(value)
    since[customer] = UInt16(truncatingIfNeeded: day)
  }

  /// Whether A is anything, or goes to it.
  func isMoved(_ customer: Int) -> Bool { reference[customer] > 0 || offered[customer] > 0 }

  /// The gain of an offer: x − w·A.
  func gain(of worth: Double, _ customer: Int, on day: Int) -> Double {
    worth - habit.weight * value(customer, on: day)
  }

  /// From this day on an offer of this worth is seen; 0 for no longer.
  mutating func see(_ worth: Double, slot: Int, _ customer: Int, from day: Int) {
    guard isUsed else { return }
    move(customer, to: value(customer, on: day), on: day)
    if seen[slot].isEmpty {
      guard worth != 0 else { return }
      seen[slot] = Array(repeating: 0, count: reference.count)
    }
    let before = seen[slot][customer]
    seen[slot][customer] = Float(worth)
    if Float(worth) >= offered[customer] {
      offered[customer] = Float(worth)
    } else if before == offered[customer] {
      offered[customer] = seen.reduce(0) { $1.isEmpty ? $0 : max($0, $1[customer]) }
    }
  }
}

/// The reference reward A of somebody from day to day: A ← goal + kept·(A − goal).
struct RewardCourse {
  private(set) var value: Double
  fileprivate let goal: Double
  fileprivate let kept: Double

  fileprivate init(value: Double, goal: Double, kept: Double) {
    self.value = value
    self.goal = goal
    self.kept = kept
  }

  @inline(__always)
  mutating func pass() { value = goal + (value - goal) * kept }
}
