/// A calendar with at most one entry per customer: the day each is due next, and the earliest of every sixteen.
///
/// Entering, moving and removing are a store and a comparison. Whoever is due on a day is found by going
/// through the earliest days in order, which costs the same few bytes a day however large the market is;
/// lists would be followed entry by entry, each a cache miss that waits for the one before.
struct DayBook {
  private static let none = UInt16.max
  private static let block = 16

  /// By customer; as many blocks as it takes, the last filled up with nobody.
  private var due: [UInt16]
  /// By block: never later than the earliest day in it.
  private var earliest: [UInt16]
  private let days: Int

  init(customers: Int, days: Int) {
    precondition(customers < Int(Self.none) && days < Int(Self.none))
    let blocks = (customers + Self.block - 1) / Self.block
    due = Array(repeating: Self.none, count: blocks * Self.block)
    earliest = Array(repeating: Self.none, count: blocks)
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
    // Without the checks of every place, which take as long as the work.
    unsafe earliest.withUnsafeMutableBufferPointer { earliest in
      unsafe due.withUnsafeMutableBufferPointer { due in
        for block in earliest.indices where unsafe earliest[block] <= today {
          var rest = Self.none
          let first = block * Self.block
          for customer in first..<first + Self.block {
            let day = unsafe due[customer]
            if day == today {
              list.append(UInt16(truncatingIfNeeded: customer))
              unsafe due[customer] = Self.none
            } else if day < rest {
              rest = day
            }
          }
          unsafe earliest[block] = rest
        }
      }
    }
  }
}
