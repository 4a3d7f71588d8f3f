import Statistics

/// What a crowd's members have paid in the last year and not got back, and the tiers it brings them.
struct TierBook: Sendable {
  /// Days for which an order counts, from the day after it on, unless it is paid back before.
  static let days = 365

  private let terms: PointsProgramme
  /// By customer: payments that count, the earliest first; empty before the first.
  private var payments: [[Payment]] = []
  /// By customer: in which tier, from 1 on, and 0 for none.
  private var tiers: [UInt8] = []
  /// Of those who have been moved in the course of the day, the tier of the morning.
  private var morning: [Int: UInt8] = [:]
  private var book: DayBook
  private var members: [Int]
  private var carry = Carry()

  private struct Payment: Sendable {
    /// Of the order, also where it is paid back later.
    let day: Int
    /// Minor units; negative where they are paid back.
    let amount: Int64
  }

  init(_ terms: PointsProgramme, for crowd: Crowd) {
    self.terms = terms
    let people = terms.tiers.isEmpty ? 0 : crowd.customers.count
    book = DayBook(customers: people, days: crowd.setting.days)
    members = Array(repeating: 0, count: terms.tiers.count)
  }

  /// In which tier somebody is, from tomorrow on where what they have paid has changed today.
  func tier(of index: Int) -> Int { tiers.isEmpty ? 0 : Int(tiers[index]) }

  /// In which tier somebody orders today.
  func tierToday(of index: Int) -> Int { morning[index].map { Int($0) } ?? tier(of: index) }

  func spending(of index: Int) -> Int64 {
    payments.isEmpty ? 0 : payments[index].reduce(0) { $0 + $1.amount }
  }

  /// A day begins: whose earliest payment counts no longer.
  mutating func due(on day: Int, into list: inout [UInt16]) {
    list.removeAll(keepingCapacity: true)
    if !morning.isEmpty { morning.removeAll(keepingCapacity: true) }
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
    rankTonight(index, day, &crowd)
  }

  /// Takes in what is paid back to somebody today of an order of an earlier day, or of today: it counts no longer.
  mutating func payBack(
    _ amount: Int64, _ index: Int, orderedOn ordered: Int, on day: Int, _ crowd: inout Crowd
  ) {
    guard !payments.isEmpty, amount != 0 else { return }
    let place = payments[index].firstIndex { $0.day > ordered } ?? payments[index].endIndex
    payments[index].insert(Payment(day: ordered, amount: -amount), at: place)
    rankTonight(index, day, &crowd)
  }

  /// Puts somebody into their tier from tomorrow on: today they stay in that of the morning.
  private mutating func rankTonight(_ index: Int, _ day: Int, _ crowd: inout Crowd) {
    let before = tiers[index]
    rank(index, from: day + 1, &crowd)
    if tiers[index] != before, morning[index] == nil { morning[index] = before }
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
