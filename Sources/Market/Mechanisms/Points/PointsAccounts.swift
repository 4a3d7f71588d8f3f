import Statistics

/// The points of a crowd's people, with what we owe for them.
///
/// What is booked is always the whole minor units that all points outstanding are worth, less what was booked before: no
/// rounding adds up.
struct PointsAccounts: Sendable {
  private let terms: PointsProgramme
  /// By customer; empty before the first.
  private var balances: [Int64] = []
  /// All points in hand.
  private var outstanding: Int64 = 0
  /// What has been booked for them, minor units.
  private var booked: Int64 = 0

  init(_ terms: PointsProgramme) { self.terms = terms }

  func balance(_ index: Int) -> Int64 { balances.isEmpty ? 0 : balances[index] }

  /// Whoever has some, in ascending order.
  var holders: [Int] { balances.indices.filter { balances[$0] > 0 } }

  /// Changes somebody's points.
  ///
  /// - Returns: What we owe more for it, minor units.
  mutating func change(_ index: Int, by points: Int64, among people: Int) -> Int64 {
    if balances.isEmpty { balances = Array(repeating: 0, count: people) }
    // Past 64 bits the money that was paid for them is told by the ledger.
    balances[index] &+= points
    outstanding &+= points
    let owed = terms.value(of: outstanding)
    defer { booked = owed }
    return owed - booked
  }
}

/// What a crowd's members have paid in the last year, and the tiers it brings them.
struct TierBook: Sendable {
  /// Days for which an order counts, from the day after it on.
  static let days = 365

  private let terms: PointsProgramme
  /// By customer: payments that count, the earliest first; empty before the first.
  private var payments: [[Payment]] = []
  /// By customer: in which tier, from 1 on, and 0 for none.
  private var tiers: [UInt8] = []
  private var book: DayBook
  private var members: [Int]
  private var carry = Carry()

  private struct Payment: Sendable {
    let day: Int
    let amount: Int64
  }

  init(_ terms: PointsProgramme, for crowd: Crowd) {
    self.terms = terms
    let people = terms.tiers.isEmpty ? 0 : crowd.customers.count
    book = DayBook(customers: people, days: crowd.setting.days)
    members = Array(repeating: 0, count: terms.tiers.count)
  }

  func tier(of index: Int) -> Int { tiers.isEmpty ? 0 : Int(tiers[index]) }

  func spending(of index: Int) -> Int64 {
    payments.isEmpty ? 0 : payments[index].reduce(0) { $0 + $1.amount }
  }

  /// Whose earliest payment counts no longer on a day.
  mutating func due(on day: Int, into list: inout [UInt16]) {
    list.removeAll(keepingCapacity: true)
    if !payments.isEmpty { book.take(day, into: &list) }
  }

  /// Takes in what somebody paid on a day.
  mutating func pay(_ amount: Int64, _ index: Int, on day: Int, _ crowd: inout Crowd) {
    guard !terms.tiers.isEmpty else { return }
    if payments.isEmpty {
      payments = Array(repeating: [], count: crowd.customers.count)
      tiers = Array(repeating: 0, count: crowd.customers.count)
    }
    payments[index].append(Payment(day: day, amount: amount))
    rank(index, from: day + 1, &crowd)
  }

  /// Puts somebody into the tier of what they have paid in the 365 days before a day.
  mutating func rank(_ index: Int, from day: Int, _ crowd: inout Crowd) {
    payments[index].removeAll { $0.day + Self.days < day }
    if let first = payments[index].first { book.enter(index, on: first.day + Self.days + 1) }
    move(index, to: terms.tier(spending: spending(of: index)), from: day, &crowd)
  }

  /// The tiers end for everybody.
  mutating func close(from day: Int, _ crowd: inout Crowd) {
    for index in tiers.indices { move(index, to: 0, from: day, &crowd) }
    payments = []
    tiers = []
    book = DayBook(customers: 0, days: crowd.setting.days)
  }

  /// What the members of all tiers cost on a day, whole minor units.
  mutating func cost() -> Int64 {
    guard members.contains(where: { $0 > 0 }) else { return 0 }
    return carry.post(zip(terms.tiers, members).reduce(0) { $0 + $1.0.cost * Double($1.1) })
  }

  private mutating func move(_ index: Int, to tier: Int, from day: Int, _ crowd: inout Crowd) {
    let before = Int(tiers[index])
    guard tier != before else { return }
    if before > 0 { members[before - 1] -= 1 }
    if tier > 0 { members[tier - 1] += 1 }
    tiers[index] = UInt8(truncatingIfNeeded: tier)
    let (old, new) = (terms.tier(before)?.bond ?? 0, terms.tier(tier)?.bond ?? 0)
    if old != new { crowd.bind(index, by: new - old, from: day) }
  }
}
