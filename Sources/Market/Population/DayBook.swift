/// A calendar with at most one entry per customer of a crowd: the day each is due next.
///
/// Who is due on one day is chained from one to the next, so that entering, moving and taking out are a few stores, and a
/// day on which nobody is due costs nothing. All of it stays in the cache, as a crowd is small.
struct DayBook {
  /// No day, and nobody.
  private static let none = UInt16.max
  /// Customers of one word of marks, and words: as many customers as there are bits in a word of words.
  private static let width = UInt64.bitWidth
  /// Customers that fit.
  static let most = width * width

  /// Where a customer stands.
  private struct Entry {
    var day = none
    /// Who is due on the same day, before and after them.
    var before = none
    var after = none
  }

  private var entries: [Entry]
  /// By day: the first who is due.
  private var first: [UInt16]
  /// Room to put in order who is due: a bit for each.
  private var marks: [UInt64]

  init(customers: Int, days: Int) {
    precondition(customers <= Self.most && days < Int(Self.none))
    entries = Array(repeating: Entry(), count: customers)
    first = Array(repeating: Self.none, count: customers == 0 ? 0 : days)
    marks = Array(repeating: 0, count: (customers + Self.width - 1) / Self.width)
  }

  /// Moves a customer's entry to `day`, or removes it where that day is not played.
  mutating func enter(_ customer: Int, on day: Int) {
    let day = day < first.count ? UInt16(truncatingIfNeeded: day) : Self.none
    let old = entries[customer]
    guard day != old.day else { return }
    if old.day != Self.none {
      if old.before == Self.none {
        first[Int(old.day)] = old.after
      } else {
        entries[Int(old.before)].after = old.after
      }
      if old.after != Self.none { entries[Int(old.after)].before = old.before }
    }
    guard day != Self.none else {
      entries[customer].day = Self.none
      return
    }
    let next = first[Int(day)]
    let own = UInt16(truncatingIfNeeded: customer)
    entries[customer] = Entry(day: day, after: next)
    if next != Self.none { entries[Int(next)].before = own }
    first[Int(day)] = own
  }

  /// Takes everybody due on `today` out of the book and puts them into `list`, in ascending order.
  ///
  /// A customer who has been taken stays out until entered anew.
  mutating func take(_ today: Int, into list: inout [UInt16]) {
    list.removeAll(keepingCapacity: true)
    guard today < first.count, first[today] != Self.none else { return }
    // Marked and gone through by their bits they need no sorting.
    var (customer, words) = (first[today], UInt64(0))
    first[today] = Self.none
    while customer != Self.none {
      let (word, bit) = (Int(customer) / Self.width, UInt64(customer) % UInt64(Self.width))
      words |= 1 &<< UInt64(word)
      marks[word] |= 1 &<< bit
      let next = entries[Int(customer)].after
      entries[Int(customer)].day = Self.none
      customer = next
    }
    while words != 0 {
      let word = words.trailingZeroBitCount
      words &= words &- 1
      var bits = marks[word]
      marks[word] = 0
      while bits != 0 {
        list.append(UInt16(truncatingIfNeeded: word &* Self.width &+ bits.trailingZeroBitCount))
        bits &= bits &- 1
      }
    }
  }
}
