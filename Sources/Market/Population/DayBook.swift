/// A calendar with at most one entry per customer: lists threaded through one column, a head per day.
///
/// Entering, moving and removing take constant time and no allocation. An entry is one small record, so that
/// reaching it costs one cache miss in a market that does not fit the cache.
struct DayBook {
  private static let none = UInt16.max

  private struct Entry {
    var next = DayBook.none
    var previous = DayBook.none
    var day = DayBook.none
  }

  private var head: [UInt16]
  private var entries: [Entry]

  init(customers: Int, days: Int) {
    precondition(customers < Int(Self.none) && days < Int(Self.none))
    head = Array(repeating: Self.none, count: days)
    entries = Array(repeating: Entry(), count: customers)
  }

  /// Moves a customer's entry to `newDay`, or removes it where that day is not played.
  mutating func enter(_ customer: Int, on newDay: Int) {
    remove(customer)
    guard newDay < head.count else { return }
    let first = head[newDay]
    entries[customer] = Entry(
      next: first, previous: Self.none, day: UInt16(truncatingIfNeeded: newDay))
    if first != Self.none {
      entries[Int(first)].previous = UInt16(truncatingIfNeeded: customer)
    }
    head[newDay] = UInt16(truncatingIfNeeded: customer)
  }

  mutating func remove(_ customer: Int) {
    let entry = entries[customer]
    guard entry.day != Self.none else { return }
    if entry.previous == Self.none {
      head[Int(entry.day)] = entry.next
    } else {
      entries[Int(entry.previous)].next = entry.next
    }
    if entry.next != Self.none { entries[Int(entry.next)].previous = entry.previous }
    entries[customer] = Entry()
  }

  /// Takes one of the customers due on `today` out of the book.
  mutating func take(_ today: Int) -> Int? {
    let first = head[today]
    guard first != Self.none else { return nil }
    remove(Int(first))
    return Int(first)
  }
}
