import Statistics

/// What slows people's purchases by a factor that moves from day to day: their engagement, and waiting at full price.
///
/// The factor is at most 1. So an order is looked up by the customer's clock as if nothing slowed it, which is never too
/// late, and nobody is looked at in between: whoever is looked up goes through the days since, and the clock has to go on
/// by what it fell short on them.
struct Slowing: Sendable {
  /// By customer; empty where nothing slows anybody.
  private(set) var accounts: [Account] = []
  /// `nil` where engagement moves nothing.
  private let engagement: EngagementCourse?
  /// Who holds an offer; `nil` where nobody waits for offers.
  private var holders: OfferFlags?

  /// How far somebody's slowing has been gone through.
  struct Account: Sendable {
    /// The reading of the purchase clock from which on they wait for their next order.
    var settled = 0.0
    var stock = EngagementStock()
    /// The first day that has not been gone through; negative before the first look.
    var since: Int16 = -1
    /// The day from whose opening on they know us; the earliest there is of those who always did.
    var knowsFrom = Int16.max
  }

  /// Nothing slows anybody.
  init() {
    (engagement, holders) = (nil, nil)
  }

  init(_ segment: Segment, slots: Int, people: Int, days: Int) {
    engagement = segment.engagement.map { EngagementCourse($0, days: days) }
    holders =
      segment.habit.isWaiting && slots > 0 ? OfferFlags(slots: slots, people: people) : nil
    guard engagement != nil || holders != nil else { return }
    accounts = Array(repeating: Account(), count: people)
  }

  @inline(__always)
  var isUsed: Bool { !accounts.isEmpty }

  /// Whether the days before one have been gone through with somebody.
  @inline(__always)
  func isThrough(_ index: Int, to day: Int) -> Bool { Int(accounts[index].since) >= day }

  /// Goes through the days before `day` with somebody who knows us; nothing waits for the clock of their purchases.
  mutating func pass(_ index: Int, to day: Int, _ draws: Draws, _ who: Individual) {
    begin(index, by: day, draws, who)
    let since = Int(accounts[index].since)
    guard since < day else { return }
    engagement?.pass(since..<day, &accounts[index].stock, draws, who)
    accounts[index].since = Int16(truncatingIfNeeded: day)
  }

  /// Goes through the days before `day` with a customer.
  ///
  /// `clock` is that of purchases at the start of each day, `expected` what they expect of offers as their account
  /// stands: nothing of somebody who holds one. Days go by from visit to visit in a loop that calls nothing, for which
  /// no register has to be saved.
  ///
  /// - Returns: By how much the clock fell short on them.
  mutating func pass(
    _ index: Int, to day: Int, clock: [Double], expected: inout Expectation?, _ draws: Draws,
    _ who: Individual
  ) -> Double {
    var (account, waits) = (accounts[index], expected ?? .nothing)
    var (missing, today) = (0.0, Int(account.since))
    while today < day {
      var end = day
      if let engagement {
        let visit = engagement.nextVisit(account.stock, from: today, before: day)
        end = min(day, visit + 1)
        missing += Self.missed(today..<end, clock, &account, engagement, &waits)
        if visit < day { engagement.visit(until: Double(end), &account.stock, draws, who) }
      } else {
        missing += Self.missed(today..<end, clock, &account, nil, &waits)
      }
      today = end
    }
    if expected != nil { expected = waits }
    account.since = Int16(truncatingIfNeeded: day)
    accounts[index] = account
    return missing
  }

  /// By how much the clock falls short on days without a visit before their end, while somebody waits for their next
  /// order, from a reading of it on.
  @inline(__always)
  private static func missed(
    _ days: Range<Int>, _ clock: [Double], _ account: inout Account,
    _ engagement: EngagementCourse?, _ waits: inout Expectation
  ) -> Double {
    var (missing, lived) = (0.0, max(clock[days.lowerBound], account.settled))
    for day in days {
      let end = max(lived, clock[day &+ 1])
      let factor = engagement.map { waits.factor * $0.factor(of: account.stock) } ?? waits.factor
      missing += (end - lived) * (1 - factor)
      engagement?.fade(&account.stock)
      waits.pass()
      lived = end
    }
    return missing
  }

  /// What purchases are multiplied by on the first day that has not been gone through.
  func factor(_ index: Int, _ expected: Expectation?) -> Double {
    factor(accounts[index].stock, expected)
  }

  @inline(__always)
  private func factor(_ stock: EngagementStock, _ expected: Expectation?) -> Double {
    let engaged = engagement?.factor(of: stock) ?? 1
    guard let expected else { return engaged }
    return engaged * expected.factor
  }

  /// From a reading of the purchase clock on somebody waits for their next order.
  @inline(__always)
  mutating func wait(_ index: Int, from reading: Double) { accounts[index].settled = reading }

  /// The first look at somebody, up to the opening of a day: from then on that they know us, so that what is drawn does
  /// not hang on when anybody looks.
  mutating func begin(_ index: Int, by day: Int, _ draws: Draws, _ who: Individual) {
    guard accounts[index].since < 0 else { return }
    let from = accounts[index].knowsFrom
    let first = from == .min ? 0 : min(day, Int(from))
    accounts[index].since = Int16(truncatingIfNeeded: first)
    engagement?.begin(
      &accounts[index].stock, on: first, knowsUsForLong: from == .min, draws, who)
  }

  /// Somebody who was gone is back from the opening of a day on; in between nothing happened to them.
  mutating func resume(_ index: Int, on day: Int, _ draws: Draws, _ who: Individual) {
    accounts[index].since = Int16(truncatingIfNeeded: day)
    engagement?.wait(&accounts[index].stock, from: Double(day), draws, who)
  }

  /// Somebody has heard of us, from the opening of a day on; of who always knew us the earliest there is.
  mutating func know(_ index: Int, from day: Int?) {
    guard accounts[index].knowsFrom == .max else { return }
    accounts[index].knowsFrom = day.map { Int16(truncatingIfNeeded: $0) } ?? .min
  }

  mutating func engage(_ index: Int, by amount: Double) { accounts[index].stock.value += amount }

  /// How active somebody is, from 0 to 1, on the first day that has not been gone through.
  func activity(_ index: Int) -> Double {
    engagement?.terms.activity(of: accounts[index].stock.value) ?? 0
  }

  /// Whether somebody holds no offer, where that makes anybody wait for the next.
  @inline(__always)
  func waits(_ index: Int) -> Bool { holders.map { !$0.isSo(index) } ?? false }

  /// Whether it is new that somebody holds an offer, or no longer, and counts.
  func isChanged(_ isHeld: Bool, slot: Int, _ index: Int) -> Bool {
    holders.map { $0.isSo(index, slot: slot) != isHeld } ?? false
  }

  mutating func setHeld(_ isHeld: Bool, slot: Int, _ index: Int) {
    holders?.set(isHeld, slot: slot, customer: index)
  }
}
