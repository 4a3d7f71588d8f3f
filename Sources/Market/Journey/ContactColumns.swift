/// What prospects hear of us: per person and contact clock, where the next contact waits and how many there were.
///
/// All of one person's lie side by side, as they are looked at together. Kept as well is a day before which a clock
/// brings them nothing. A clock's bound comes nearer the truth from day to day, so what was found before is early, never
/// late, and of many clocks only those are looked at that may bring somebody a contact today.
struct ContactColumns: Sendable {
  /// Where somebody stands with one clock: reached at random, so it is one word, and a person's are a line of the cache.
  private struct Standing {
    var target: Float
    var count: UInt16 = 0
    var day: UInt16 = 0
  }

  let clocks: Int
  private var standings: [Standing] = []

  /// From the first contacts, by clock and person.
  init(_ first: [[Float]]) {
    clocks = first.count
    guard let people = first.first?.count else { return }
    standings.reserveCapacity(clocks * people)
    for person in 0..<people {
      for column in first { standings.append(Standing(target: column[person])) }
    }
  }

  /// Where on a contact clock somebody's next contact waits.
  @inline(__always)
  func target(_ clock: Int, _ person: Int) -> Float { standings[person * clocks + clock].target }

  /// Takes in a contact, and gives how many there were by this clock.
  @inline(__always)
  mutating func count(_ clock: Int, _ person: Int) -> UInt16 {
    standings[person * clocks + clock].count += 1
    return standings[person * clocks + clock].count
  }

  @inline(__always)
  mutating func wait(_ clock: Int, _ person: Int, for target: Float) {
    standings[person * clocks + clock].target = target
  }

  /// Whether a clock may bring somebody a contact on a day.
  @inline(__always)
  func mayBring(_ clock: Int, _ person: Int, on day: Int) -> Bool {
    Int(standings[person * clocks + clock].day) <= day
  }

  /// Before this day a clock brings somebody no contact.
  @inline(__always)
  mutating func expect(_ clock: Int, _ person: Int, from day: Int) {
    standings[person * clocks + clock].day = UInt16(truncatingIfNeeded: day)
  }

  /// The first day on which any clock may bring somebody a contact, `last` if none is earlier.
  @inline(__always)
  func earliest(_ person: Int, before last: Int) -> Int {
    var earliest = UInt16(truncatingIfNeeded: last)
    for clock in 0..<clocks { earliest = min(earliest, standings[person * clocks + clock].day) }
    return Int(earliest)
  }

  /// The number of contacts by the first clock, so that a person's standings are in the cache when they are needed.
  @inline(__always)
  func fetch(_ person: Int) -> UInt16 { clocks > 0 ? standings[person * clocks].count : 0 }
}

extension Crowd {
  /// Looks up from which day on each clock may bring somebody a contact.
  mutating func findContacts(_ index: Int, _ today: Today) {
    for clock in 0..<contacts.clocks { findContact(index, clock, from: 0, today) }
  }

  /// The same of one clock, after it has brought a contact or failed to.
  @inline(__always)
  mutating func findContact(_ index: Int, _ clock: Int, from day: Int, _ today: Today) {
    contacts.expect(
      clock, index,
      from: today.contactClocks[today.setting.contacts[clock].clock].firstDay(
        reaching: Double(contacts.target(clock, index)), from: day))
  }
}
