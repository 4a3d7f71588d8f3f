/// A calendar with at most one entry per customer of a crowd: the day each is due next.
///
/// Who is due on one day is noted in a chain of that day, so that entering and moving are a few stores, and a day on which
/// nobody is due costs nothing. Who is moved stays in the chain of the day before, where they are passed over: to take
/// them out would reach for their neighbours, who lie anywhere.
struct DayBook {
  /// No day, nobody, and no note.
  private static let none = UInt16.max
  /// Customers of one word of marks, and words: as many customers as there are bits in a word of words.
  private static let width = UInt64.bitWidth
  /// Customers that fit.
  static let most = width * width
  /// Notes for each customer, after which those that are passed over are cleared away.
  private static let notesEach = 4

  /// That a customer is due, and the next note of the same day.
  private struct Note {
    let customer: UInt16
    var next: UInt16
  }

  /// By customer: the day.
  private var due: [UInt16]
  private var notes: [Note] = []
  /// By day: its first note.
  private var first: [UInt16]
  /// The first note that is free again; those used last come first, and are in the cache.
  private var free = Self.none
  /// Room to put in order who is due: a bit for each.
  private var marks: [UInt64]

  init(customers: Int, days: Int) {
    precondition(customers <= Self.most && days < Int(Self.none))
    due = Array(repeating: Self.none, count: customers)
    first = Array(repeating: Self.none, count: customers == 0 ? 0 : days)
    marks = Array(repeating: 0, count: (customers + Self.width - 1) / Self.width)
  }

  /// Moves a customer's entry to `day`, or removes it where that day is not played.
  mutating func enter(_ customer: Int, on day: Int) {
    let day = day < first.count ? UInt16(truncatingIfNeeded: day) : Self.none
    guard day != due[customer] else { return }
    due[customer] = day
    guard day != Self.none else { return }
    note(UInt16(truncatingIfNeeded: customer), on: day)
  }

  @inline(__always)
  private mutating func note(_ customer: UInt16, on day: UInt16) {
    let note = Note(customer: customer, next: first[Int(day)])
    if free != Self.none {
      first[Int(day)] = free
      free = notes[Int(free)].next
      notes[Int(first[Int(day)])] = note
    } else if notes.count < due.count * Self.notesEach {
      first[Int(day)] = UInt16(truncatingIfNeeded: notes.count)
      notes.append(note)
    } else {
      clearAway()
    }
  }

  /// Notes anew who is due when, and nothing else.
  private mutating func clearAway() {
    notes.removeAll(keepingCapacity: true)
    for day in first.indices { first[day] = Self.none }
    for customer in due.indices where due[customer] != Self.none {
      note(UInt16(truncatingIfNeeded: customer), on: due[customer])
    }
  }

  /// Takes everybody due on `today` out of the book and puts them into `list`, in ascending order.
  ///
  /// Who is entered on a day that has been taken is never due, and a customer who has been taken stays out until entered
  /// anew.
  mutating func take(_ today: Int, into list: inout [UInt16]) {
    list.removeAll(keepingCapacity: true)
    guard today < first.count, first[today] != Self.none else { return }
    // Marked and gone through by their bits they need no sorting.
    var (place, words) = (first[today], UInt64(0))
    first[today] = Self.none
    while place != Self.none {
      let note = notes[Int(place)]
      if due[Int(note.customer)] == UInt16(truncatingIfNeeded: today) {
        due[Int(note.customer)] = Self.none
        let word = Int(note.customer) / Self.width
        words |= 1 &<< UInt64(word)
        marks[word] |= 1 &<< (UInt64(note.customer) % UInt64(Self.width))
      }
      notes[Int(place)].next = free
      free = place
      place = note.next
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
