import RealModule

/// The reference reward A of everybody in a crowd: what offers taught them to expect.
///
/// It moves only when somebody starts or stops seeing an offer; the days between follow in closed form.
struct RewardReference: Sendable {
  private let habit: RewardHabit
  private var states: [State]
  /// By customer, and of one by offer: what it is worth to who sees it; empty until somebody sees any.
  private var seen: [Float] = []
  private let slots: Int
  /// What is left after so many days: of A without offers, and of what is missing to what is offered.
  private let faded: [Double]
  private let unlearned: [Double]

  private struct State: Sendable {
    /// A at the opening of a day.
    var value: Float = 0
    /// The best of what is seen.
    var offered: Float = 0
    var since: UInt16 = 0
  }

  init(habit: RewardHabit, slots: Int, people: Int, days: Int) {
    self.habit = habit
    self.slots = slots
    let isUsed = habit.isUsed && slots > 0
    states = Array(repeating: State(), count: isUsed ? people : 0)
    func left(_ share: Double) -> [Double] {
      // To a whole number: nothing to the power of none is one.
      isUsed ? (0...days).map { Double.pow(share, $0) } : []
    }
    (faded, unlearned) = (left(habit.fading), left(1 - habit.learning))
  }

  var isUsed: Bool { !states.isEmpty }

  /// A at the opening of a day, before that day is lived.
  func value(_ customer: Int, on day: Int) -> Double {
    guard isUsed else { return 0 }
    return value(states[customer], on: day)
  }

  @inline(__always)
  private func value(_ state: State, on day: Int) -> Double {
    let days = max(0, day - Int(state.since))
    let (offer, before) = (Double(state.offered), Double(state.value))
    guard offer > 0 else {
      return before == 0 ? 0 : before * faded[days]
    }
    return offer - (offer - before) * unlearned[days]
  }

  /// A from the opening of a day on, as long as nothing starts or stops being seen.
  func course(_ customer: Int, on day: Int) -> RewardCourse {
    let offer = Double(states[customer].offered)
    return RewardCourse(
      value: value(customer, on: day), goal: offer,
      kept: offer > 0 ? 1 - habit.learning : habit.fading)
  }

  /// A has been followed up to the opening of a day.
  mutating func move(_ customer: Int, to value: Double, on day: Int) {
    states[customer].value = Float(value)
    states[customer].since = UInt16(truncatingIfNeeded: day)
  }

  /// Whether A is anything, or goes to it.
  func isMoved(_ customer: Int) -> Bool {
    states[customer].value > 0 || states[customer].offered > 0
  }

  /// Whether an offer is worth something else to somebody than they have seen so far.
  func isNew(_ worth: Double, slot: Int, _ customer: Int) -> Bool {
    Float(worth) != (seen.isEmpty ? 0 : seen[customer * slots + slot])
  }

  /// The gain of an offer: x − w·A.
  func gain(of worth: Double, _ customer: Int, on day: Int) -> Double {
    worth - habit.weight * value(customer, on: day)
  }

  /// From this day on an offer of this worth is seen; 0 for no longer.
  mutating func see(_ worth: Double, slot: Int, _ customer: Int, from day: Int) {
    guard isUsed else { return }
    var state = states[customer]
    state.value = Float(value(state, on: day))
    state.since = UInt16(truncatingIfNeeded: day)
    defer { states[customer] = state }
    if seen.isEmpty {
      guard worth != 0 else { return }
      seen = Array(repeating: 0, count: states.count * slots)
    }
    let place = customer * slots + slot
    let before = seen[place]
    seen[place] = Float(worth)
    if Float(worth) >= state.offered {
      state.offered = Float(worth)
    } else if before == state.offered {
      state.offered = seen[customer * slots..<(customer + 1) * slots].reduce(0, max)
    }
  }
}

/// The reference reward A of somebody from day to day: A ← goal + kept·(A − goal).
struct RewardCourse {
  private(set) var value: Double
  fileprivate let goal: Double
  fileprivate let kept: Double

  init(value: Double, goal: Double, kept: Double) {
    self.value = value
    self.goal = goal
    self.kept = kept
  }

  @inline(__always)
  mutating func pass() { value = goal + (value - goal) * kept }
}
