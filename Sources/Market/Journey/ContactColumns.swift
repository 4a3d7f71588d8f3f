/// What prospects hear of us: per person and contact clock, where the next contact waits and how many there were.
///
/// All of one person's lie side by side, as they are looked at together.
struct ContactColumns: Sendable {
  let clocks: Int
  private var targets: [Float] = []
  private var counts: [UInt16] = []

  /// From the first contacts, by clock and person.
  init(_ first: [[Float]]) {
    clocks = first.count
    guard let people = first.first?.count else { return }
    counts = Array(repeating: 0, count: clocks * people)
    targets = counts.map { _ in 0 }
    for (clock, column) in first.enumerated() {
      for (person, target) in column.enumerated() { targets[person * clocks + clock] = target }
    }
  }

  /// Where on a contact clock somebody's next contact waits.
  @inline(__always)
  func target(_ clock: Int, _ person: Int) -> Float { targets[person * clocks + clock] }

  /// Takes in a contact, and gives how many there were by this clock.
  @inline(__always)
  mutating func count(_ clock: Int, _ person: Int) -> UInt16 {
    counts[person * clocks + clock] += 1
    return counts[person * clocks + clock]
  }

  @inline(__always)
  mutating func wait(_ clock: Int, _ person: Int, for target: Float) {
    targets[person * clocks + clock] = target
  }
}
