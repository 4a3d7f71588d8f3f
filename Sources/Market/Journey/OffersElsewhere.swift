/// What others offer from day to day, which discounts of ours are weighed against.
struct OffersElsewhere: Sendable {
  /// By day; empty where nobody else offers anything.
  private let days: [OutsideDay]
  /// By day: the next one on which others offer something else; past the last where they go on.
  private let changes: [Int]

  init(_ days: [OutsideDay]) {
    guard days.contains(where: { $0.shareElsewhere > 0 || $0.amountElsewhere > 0 }) else {
      (self.days, changes) = ([], [])
      return
    }
    self.days = days
    var changes = Array(repeating: days.count, count: days.count)
    for day in days.indices.dropLast().reversed() {
      changes[day] = days[day].offersTheSame(as: days[day + 1]) ? changes[day + 1] : day + 1
    }
    self.changes = changes
  }

  /// Whether nobody else offers anything on any day.
  var isNothing: Bool { days.isEmpty }

  /// What it is worth on a day to somebody with this mean basket, weighed; minor units.
  func worth(on day: Int, meanBasket: Double) -> Double {
    days.isEmpty ? 0 : days[day].worthElsewhere(meanBasket: meanBasket)
  }

  /// The next day after `day` on which it is another; `nil` for none.
  func nextChange(after day: Int) -> Int? {
    guard !changes.isEmpty, changes[day] < days.count else { return nil }
    return changes[day]
  }

  /// Whether a day begins on which it is another.
  func changes(on day: Int) -> Bool { day > 0 && nextChange(after: day - 1) == day }
}

extension OutsideDay {
  fileprivate func offersTheSame(as other: Self) -> Bool {
    shareElsewhere == other.shareElsewhere && amountElsewhere == other.amountElsewhere
  }
}
