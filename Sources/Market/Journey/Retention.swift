/// D_k: who ordered again within k days of the first order, among those observed at least k days.
struct RetentionCounts: Sendable, Equatable {
  static let days = [1, 7, 30, 90]
  private(set) var observed = [Int64](repeating: 0, count: days.count)
  private(set) var returned = [Int64](repeating: 0, count: days.count)

  mutating func secondOrder(after gap: Double, first: Double, horizon: Int) {
    for (place, limit) in Self.days.enumerated()
    where gap <= Double(limit) && first + Double(limit) <= Double(horizon) {
      returned[place] += 1
    }
  }

  mutating func observe(first: Double, horizon: Int) {
    for (place, limit) in Self.days.enumerated() where first + Double(limit) <= Double(horizon) {
      observed[place] += 1
    }
  }

  static func += (sum: inout Self, other: Self) {
    for place in days.indices {
      sum.observed[place] += other.observed[place]
      sum.returned[place] += other.returned[place]
    }
  }
}

/// Acquisition month × age in months of 30 days: customers who ordered, and their contribution.
struct Cohorts: Sendable, Equatable {
  static let daysPerMonth = 30

  let months: Int
  /// Ages somebody acquired on the first day can reach.
  let ages: Int
  private(set) var size: [Int64]
  private(set) var active: [Int64]
  private(set) var contribution: [Int64]

  init(months: Int, days: Int) {
    self.months = months
    ages = max(0, days - 1) / Self.daysPerMonth + 1
    size = Array(repeating: 0, count: months)
    active = Array(repeating: 0, count: months * ages)
    contribution = active
  }

  mutating func acquire(month: Int) { size[month] += 1 }

  mutating func pay(_ amount: Int64, month: Int, age: Int, isFirstAtAge: Bool) {
    let cell = month * ages + age
    // It is money of the ledger, which tells where it went past 64 bits.
    contribution[cell] &+= amount
    if isFirstAtAge { active[cell] += 1 }
  }

  static func += (sum: inout Self, other: Self) {
    for month in sum.size.indices { sum.size[month] += other.size[month] }
    for cell in sum.active.indices {
      sum.active[cell] += other.active[cell]
      sum.contribution[cell] &+= other.contribution[cell]
    }
  }
}
