/// A calendar with at most one entry per customer: lists threaded through two columns, a head per day.
///
/// Entering, moving and removing take constant time and no allocation.
struct DayBook {
  private static let none = UInt16.max
  private var head: [UInt16]
  private var next: [UInt16]
  private var previous: [UInt16]
  private var day: [UInt16]

  init(customers: Int, days: Int) {
    precondition(customers < Int(Self.none) && days < Int(Self.none))
    head = Array(repeating: Self.none, count: days)
    next = Array(repeating: Self.none, count: customers)
    previous = next
    day = next
  }

  /// Moves a customer's entry to `newDay`, or removes it where that day is not played.
  mutating func enter(_ customer: Int, on newDay: Int) {
    remove(customer)
    guard newDay < head.count else { return }
    let first = head[newDay]
    next[customer] = first
    if first != Self.none { previous[Int(first)] = UInt16(truncatingIfNeeded: customer) }
    head[newDay] = UInt16(truncatingIfNeeded: customer)
    day[customer] = UInt16(truncatingIfNeeded: newDay)
  }

  mutating func remove(_ customer: Int) {
    let old = day[customer]
    guard old != Self.none else { return }
    let (before, after) = (previous[customer], next[customer])
    if before == Self.none { head[Int(old)] = after } else { next[Int(before)] = after }
    if after != Self.none { previous[Int(after)] = before }
    previous[customer] = Self.none
    next[customer] = Self.none
    day[customer] = Self.none
  }

  /// Takes one of the customers due on `today` out of the book.
  mutating func take(_ today: Int) -> Int? {
    let first = head[today]
    guard first != Self.none else { return nil }
    remove(Int(first))
    return Int(first)
  }
}
