/// What multiplies somebody's purchases for some days after something that happened to them.
struct TemporaryFactor: Sendable {
  private let slot: Int
  private let factor: Float
  private let days: Int
  /// By customer: the day on which it is over.
  private var book: DayBook
  private var due: [UInt16] = []

  init(_ factor: Double, days: Int, slot: Int, for crowd: Crowd) {
    self.slot = slot
    self.factor = Float(factor)
    self.days = days
    book = DayBook(
      customers: factor == 1 || days == 0 ? 0 : crowd.customers.count, days: crowd.setting.days)
  }

  /// Ends it for those whose days are over.
  mutating func open(_ today: Today, _ crowd: inout Crowd) {
    book.take(today.day, into: &due)
    for index in due { crowd.setFactor(1, slot: slot, Int(index), from: today.day) }
  }

  /// It begins for somebody on a day, or begins anew.
  mutating func begin(_ index: Int, on day: Int, _ crowd: inout Crowd) {
    guard factor != 1, days > 0 else { return }
    crowd.setFactor(factor, slot: slot, index, from: day)
    book.enter(index, on: day + days)
  }
}
