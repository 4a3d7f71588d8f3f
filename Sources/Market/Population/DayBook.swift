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

  /// Days, first notes and notes, in one array so that entering asks once whether it is shared.
  ///
  /// By customer the day; then by day its first note; then the notes, each the customer who is due and the next note of
  /// the same day.
  private var cells: [UInt16]
  private let customers: Int
  private let days: Int
  /// The first note that is free again; those used last come first, and are in the cache.
  private var free = Self.none
  /// Room to put in order who is due: a bit for each.
  private var marks: [UInt64]

  init(customers: Int, days: Int) {
    precondition(customers <= Self.most && days < Int(Self.none))
    self.customers = customers
    self.days = customers == 0 ? 0 : days
    cells = Array(repeating: Self.none, count: customers + self.days)
    marks = Array(repeating: 0, count: (customers + Self.width - 1) / Self.width)
  }

  /// Where the notes begin.
  @inline(__always)
  private var firstNote: Int { customers &+ days }

  /// Moves a customer's entry to `day`, or removes it where that day is not played.
  mutating func enter(_ customer: Int, on day: Int) {
    precondition(customer < customers)
    let day = day < days ? UInt16(truncatingIfNeeded: day) : Self.none
    guard day != cells[customer] else { return }
    guard day != Self.none else { return cells[customer] = day }
    guard free != Self.none else {
      cells[customer] = day
      return add(customer, on: Int(day))
    }
    Self.reuse(
      &free, firstNote, for: customer, day, chain: customers &+ Int(day), in: &cells)
  }

  /// Notes a customer in the first free note, at the head of a day's chain.
  @inline(__always)
  private static func reuse(
    _ free: inout UInt16, _ firstNote: Int, for customer: Int, _ day: UInt16, chain: Int,
    in cells: inout [UInt16]
  ) {
    let note = firstNote &+ 2 &* Int(free)
    var cells = cells.mutableSpan
    cells[customer] = day
    let next = cells[note &+ 1]
    cells[note] = UInt16(truncatingIfNeeded: customer)
    cells[note &+ 1] = cells[chain]
    cells[chain] = free
    free = next
  }

  /// Adds a note where none is free.
  private mutating func add(_ customer: Int, on day: Int) {
    let notes = (cells.count - firstNote) / 2
    guard notes < customers * Self.notesEach else { return clearAway() }
    cells.append(UInt16(truncatingIfNeeded: customer))
    cells.append(cells[customers + day])
    cells[customers + day] = UInt16(truncatingIfNeeded: notes)
  }

  /// Notes anew who is due when, and nothing else.
  private mutating func clearAway() {
    cells.removeSubrange(firstNote...)
    for day in 0..<days { cells[customers + day] = Self.none }
    for customer in 0..<customers where cells[customer] != Self.none {
      add(customer, on: Int(cells[customer]))
    }
  }

  /// Takes everybody due on `today` out of the book and puts them into `list`, in ascending order.
  ///
  /// Who is entered on a day that has been taken is never due, and a customer who has been taken stays out until entered
  /// anew.
  mutating func take(_ today: Int, into list: inout [UInt16]) {
    list.removeAll(keepingCapacity: true)
    guard today < days, cells[customers + today] != Self.none else { return }
    // Marked and gone through by their bits they need no sorting.
    var words = Self.free(
      chain: customers &+ today, of: UInt16(truncatingIfNeeded: today), firstNote, &free,
      in: &cells, marking: &marks)
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

  /// Frees the notes of a day's chain, and marks those who are due.
  ///
  /// - Returns: The words that have marks.
  @inline(__always)
  private static func free(
    chain: Int, of today: UInt16, _ firstNote: Int, _ free: inout UInt16, in cells: inout [UInt16],
    marking marks: inout [UInt64]
  ) -> UInt64 {
    var cells = cells.mutableSpan
    var marks = marks.mutableSpan
    var (place, words) = (cells[chain], UInt64(0))
    cells[chain] = none
    while place != none {
      let note = firstNote &+ 2 &* Int(place)
      let customer = Int(cells[note])
      if cells[customer] == today {
        cells[customer] = none
        let word = customer / width
        words |= 1 &<< UInt64(word)
        marks[word] |= 1 &<< UInt64(customer % width)
      }
      let next = cells[note &+ 1]
      cells[note &+ 1] = free
      free = place
      place = next
    }
    return words
  }
}
