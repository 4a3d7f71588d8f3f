/// A calendar with at most one entry per customer: the day each is due next, and the earliest of every sixteen.
///
/// Entering, moving and removing are a store and a comparison. Whoever is due on a day is found by going
/// through the earliest days in order, which costs the same few bytes a day however large the market is;
/// lists would be followed entry by entry, each a cache miss that waits for the one before.
struct DayBook {
  /// Later than every day; the greatest number of fifteen bits.
  private static let none = UInt16.max / 2
  private static let block = 16

  /// By customer; as many blocks as it takes, the last filled up with nobody.
  private var due: [UInt16]
  /// By block: never later than the earliest day in it.
  private var earliest: DayWords
  private let days: Int

  init(customers: Int, days: Int) {
    precondition(customers < Int(UInt16.max) && days < Int(Self.none))
    let blocks = (customers + Self.block - 1) / Self.block
    due = Array(repeating: Self.none, count: blocks * Self.block)
    earliest = DayWords(repeating: Self.none, count: blocks)
    self.days = days
  }

  /// Moves a customer's entry to `day`, or removes it where that day is not played.
  mutating func enter(_ customer: Int, on day: Int) {
    let day = day < days ? UInt16(truncatingIfNeeded: day) : Self.none
    due[customer] = day
    let block = customer / Self.block
    if day < earliest[block] { earliest[block] = day }
  }

  /// Takes everybody due on `today` out of the book and puts them into `list`, in ascending order.
  ///
  /// Days are taken one after the other; who is entered on a day that has been taken is never due, and a customer
  /// who has been taken stays out until entered anew.
  mutating func take(_ today: Int, into list: inout [UInt16]) {
    list.removeAll(keepingCapacity: true)
    let today = UInt16(truncatingIfNeeded: today)
    for word in earliest.wordIndices {
      var open = earliest.upTo(today, in: word)
      while open != 0 {
        let block = DayWords.place(of: open, in: word)
        earliest[block] = takeBlock(block, today, into: &list)
        open &= open &- 1
      }
    }
  }

  /// Takes those of one block who are due.
  ///
  /// They stand where chance put them, and a branch on each would be mispredicted time and again: so all are compared
  /// first, and then those who are due gone through.
  ///
  /// - Returns: The earliest day that is left in the block.
  @inline(__always)
  private mutating func takeBlock(
    _ block: Int, _ today: UInt16, into list: inout [UInt16]
  ) -> UInt16 {
    let first = block * Self.block
    var rest = Self.none
    var taken: UInt32 = 0
    // Without the checks of every place, which take as long as the work.
    unsafe due.withUnsafeMutableBufferPointer { due in
      for place in 0..<Self.block {
        let day = unsafe due[first &+ place]
        let left = day == today ? Self.none : day
        taken |= (day == today ? 1 : 0) &<< UInt32(truncatingIfNeeded: place)
        unsafe due[first &+ place] = left
        rest = min(rest, left)
      }
    }
    while taken != 0 {
      list.append(UInt16(truncatingIfNeeded: first &+ taken.trailingZeroBitCount))
      taken &= taken &- 1
    }
    return rest
  }
}
