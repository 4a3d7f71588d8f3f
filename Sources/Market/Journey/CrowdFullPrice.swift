/// Waiting for the next offer rather than buying at full price.
extension Crowd {
  /// Somebody's reference reward or what they hold has changed, from the opening of a day on.
  mutating func reconsider(_ index: Int, holdsOffer: Bool, slot: Int, from day: Int) {
    guard fullPrice != nil else { return }
    fullPrice?.setHeld(holdsOffer, slot: slot, customer: index, among: customers.count)
    fullPrice?.book.enter(index, on: day)
  }

  /// Who is spoilt and holds no offer buys less: purchases × max(0.1, 1 − ρ·w·A/mean basket), at the opening of a day.
  mutating func waitForOffers(_ today: Today) {
    guard var waiting = fullPrice else { return }
    // Two owners would copy it at the first change.
    fullPrice = nil
    waiting.book.take(today.day, into: &waiting.due)
    let habit = setting.segment.habit
    for index in waiting.due.map({ Int($0) }) {
      guard !waiting.holdsOffer(index) else {
        setFactor(1, slot: waiting.slot, index, from: today.day)
        continue
      }
      let expected = habit.weight * reference.value(index, on: today.day)
      let missed = habit.waiting * expected / meanBasket(of: index)
      let isNothing = missed < FullPrice.nothing
      setFactor(
        isNothing ? 1 : Float(max(FullPrice.least, 1 - missed)), slot: waiting.slot, index,
        from: today.day)
      // What is expected moves from day to day, until it is forgotten.
      if !isNothing || reference.isShown(index) { waiting.book.enter(index, on: today.day + 1) }
    }
    fullPrice = waiting
  }
}

/// Who of a crowd holds an offer, and who has to be looked at because they wait for one.
struct FullPrice: Sendable {
  /// Nobody is spoilt so much that they never buy at full price.
  static let least = 0.1
  /// A share of purchases that is as good as none.
  static let nothing = 1e-4

  /// The column of its own among the offers'.
  let slot: Int
  var book: DayBook
  var due: [UInt16] = []
  /// By offer, whether somebody holds it; empty until somebody does.
  private var held: [[Bool]]

  init(slots: Int, people: Int, days: Int) {
    slot = slots
    book = DayBook(customers: people, days: days)
    held = Array(repeating: [], count: slots)
  }

  mutating func setHeld(_ isHeld: Bool, slot: Int, customer: Int, among people: Int) {
    if held[slot].isEmpty {
      guard isHeld else { return }
      held[slot] = Array(repeating: false, count: people)
    }
    held[slot][customer] = isHeld
  }

  func holdsOffer(_ customer: Int) -> Bool { held.contains { !$0.isEmpty && $0[customer] } }
}
