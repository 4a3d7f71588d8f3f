/// What an offer's messages to the people of a crowd cost, in whole units a day with the remainder carried on.
struct Messages: Sendable {
  /// Minor units each.
  private let cost: Double
  private let slot: Int
  private var carry = Carry()

  init(costing cost: Double, slot: Int) {
    self.cost = cost
    self.slot = slot
  }

  /// Books so many, and counts them as sent.
  mutating func send(_ count: Int64, _ today: Today, _ crowd: Crowd, _ tally: inout Tally) {
    pay(for: count, today, crowd, &tally)
    tally.count(count, .sent, of: slot, day: today.day, segment: crowd.setting.index)
  }

  /// Books so many that nobody counts.
  mutating func pay(for count: Int64, _ today: Today, _ crowd: Crowd, _ tally: inout Tally) {
    let amount = carry.post(Double(count) * cost)
    crowd.spend(amount, on: .messaging, slot: slot, today, &tally)
  }
}
