/// What has happened in a crowd today, for whoever reacts to it in the evening.
struct CurrentDay: Sendable {
  var orders: [Order] = []
  /// What has moved with each of today's orders so far.
  var money: [OrderMoney] = []
  /// Places of those of today's orders that went back at once.
  var cancelled: Set<Int> = []
  /// What was added to today's orders.
  var raises: [Raise] = []
  /// Money that moved without an order of today's.
  var payments: [Payment] = []
  /// People who tried, once for each trial.
  var trials: [Int] = []
  var newlyAware: [Int] = []
  /// Who has joined today what people join.
  var joined: [Joined] = []
  /// Who was told of an offer today.
  var announcements: [Announcement] = []
  /// Orders placed today that wait.
  var held: [HeldOrder] = []
  /// Those of today's orders that had been waiting: who was settled before them sees them tomorrow.
  private var late: [HeldOrder] = []
  /// Orders that waited twice and are fulfilled: the offers they waited for first have not yet paid.
  private var promised: [HeldOrder] = []
  /// Orders of yesterday that not everybody has seen.
  private var unseen: [HeldOrder] = []

  /// Of today's orders, those whose settling was over when others lived on.
  private var settled = 0

  /// Today's orders that are to be settled now.
  var newOrders: ArraySlice<Order> { orders[settled...] }

  /// They, after those of yesterday that were fulfilled once an offer had been settled, which sees them now.
  func ordersToSee(by slot: Int) -> ArraySlice<Order> {
    guard unseen.contains(where: { $0.slot >= slot }) else { return newOrders }
    return unseen.filter { $0.slot >= slot }.map(\.order) + newOrders
  }

  /// Orders placed today that wait for an offer.
  func held(for slot: Int) -> [HeldOrder] { held.filter { $0.slot == slot } }

  /// Takes in an order that is paid for good, and stands last among today's.
  mutating func add(_ order: Order) {
    orders.append(order)
    money.append(OrderMoney())
  }

  /// Takes in an order that had been waiting, after the day's others.
  mutating func add(late order: HeldOrder) {
    late.append(order)
  }

  /// Takes in an order that is fulfilled of what an offer promised on it.
  mutating func add(promised order: HeldOrder) { promised.append(order) }

  /// Takes out what has been promised on orders and not yet paid.
  mutating func takePromises() -> [HeldOrder] {
    guard !promised.isEmpty else { return [] }
    defer { promised.removeAll(keepingCapacity: true) }
    return promised
  }

  /// What has happened so far has been seen by all; some live through the rest of the day.
  mutating func beginAnew() {
    settled = orders.count
    trials.clear()
    newlyAware.clear()
    held.clear()
    unseen.clear()
  }

  /// Whether one of today's orders has gone back at once.
  func isCancelled(_ order: Order) -> Bool {
    !cancelled.isEmpty && cancelled.contains(order.place)
  }

  /// Today's orders without those that have gone back at once, which count as none.
  ///
  /// Asked every day of every crowd: inlined, or all of the day would be copied for it.
  @inline(__always)
  var ordersKept: [Order] { cancelled.isEmpty ? orders : orders.without(cancelled) }

  /// The day is over.
  mutating func end() {
    settled = 0
    orders.clear()
    money.clear()
    if !cancelled.isEmpty { cancelled.removeAll() }
    raises.clear()
    payments.clear()
    trials.clear()
    newlyAware.clear()
    joined.clear()
    announcements.clear()
    held.clear()
    swap(&late, &unseen)
    late.clear()
  }
}

extension Array {
  /// Takes everything out and keeps the room: most days have nothing of most things.
  @inline(__always)
  fileprivate mutating func clear() { if !isEmpty { removeAll(keepingCapacity: true) } }
}

extension [Order] {
  func without(_ places: Set<Int>) -> Self { filter { !places.contains($0.place) } }
}

/// What has moved with an order of today.
struct OrderMoney: Sendable {
  /// Rewards granted on it.
  var rewarded: Int64 = 0
  /// What is left of it after goods, service and rewards.
  var taken: Int64 = 0
}

/// An order that is none until what it waits for comes; else it is refunded, and was never revenue.
struct HeldOrder: Sendable {
  let order: Order
  /// The offer it waits for.
  let slot: Int
  /// What trials were slowed by before the decision to buy, where it is a first order.
  let ownFactor: Float
  /// How far the clock of purchases had gone on since it reached the order.
  var lag = 0.0
  /// The offer for which it waited before, and which it redeems once it is fulfilled; `nil` where it waited for one only.
  var promisedBy: Int?
}

/// Something that tells people of an offer.
enum Announcer: Sendable, Equatable {
  /// A source's contacts.
  case source(Int)
  /// The messages of an offer.
  case offer(Int)
}

/// Somebody has joined an offer that people join.
struct Joined: Sendable {
  let slot: Int
  let customer: Int
}

/// Somebody was told of the offers that one announces.
struct Announcement: Sendable {
  let by: Announcer
  let to: Int
}

/// Money that moves with somebody, not with an order of that day.
struct Payment: Sendable {
  let customer: Int
  /// Minor units; negative where it is paid.
  let amount: Int64
  /// What of it is revenue, such as an order that goes back.
  var revenue: Int64 = 0
  /// The day of the order it belongs to; `nil` where it belongs to none.
  var ordered: Int?
}

/// Something added to one of today's orders.
struct Raise: Sendable {
  /// The order's, among today's.
  let place: Int
  /// Minor units.
  let amount: Int64
  /// The offer it was added for.
  let slot: Int
  /// When it goes back, in days since the start; `nil` where it is kept.
  let goesBack: Double?
  /// What was taken off the order for it and is its customer's no longer once it goes back, minor units.
  var lost: Int64 = 0
}

/// An order.
struct Order: Sendable {
  let customer: Int
  /// In days since the start; its fraction is the time of day.
  var time: Double
  /// Minor units.
  var basket: Int64
  /// 1 for a customer's first ever.
  let number: Int
  let source: Int
  /// Index among the crowd's orders of the day on which it is fulfilled.
  var place = 0
}
