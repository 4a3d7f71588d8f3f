/// Somebody's claim on an offer: to a reward, or to have an order that waits fulfilled.
struct Claim: Sendable {
  /// Index among the crowd's people.
  let customer: Int
  /// In days since the start.
  let time: Double
  /// Minor units.
  let amount: Int64
  private let cause: Cause
  /// What is added to the order's basket if it is paid, minor units.
  var raise: Int64 = 0
  /// Whom to serve first, 0 before 1, where not all can be.
  var rank = 0
  /// When what is added goes back, in days since the start; `nil` where it is kept.
  var raiseGoesBack: Double?
  /// Whether the offer is used though nothing is paid, such as a draw of nothing.
  var isBlank = false
  private var people = People.none

  /// What it is claimed on.
  private enum Cause {
    /// Such as a review written, or a friend won.
    case noOrder
    case order(Order)
    case held(HeldOrder)
  }

  /// Of whom else a claim speaks: one of these at most, so that most claims are moved without counting references.
  private enum People {
    case none
    case alike([Double])
    case others([Int])
    case readers([Double])
  }

  /// A reward on an order, to whose basket something is added for it.
  init(
    _ amount: Int64, on order: Order, raisedBy raise: Int64 = 0, goingBack: Double? = nil,
    isBlank: Bool = false
  ) {
    (customer, time) = (order.customer, order.time)
    self.amount = amount
    cause = .order(order)
    self.raise = raise
    raiseGoesBack = goingBack
    self.isBlank = isBlank
  }

  /// A reward for something else that somebody did.
  init(_ amount: Int64, of customer: Int, at time: Double) {
    self.customer = customer
    self.time = time
    self.amount = amount
    cause = .noOrder
  }

  /// That an order be fulfilled, reduced by an amount.
  init(_ held: HeldOrder, reducedBy amount: Int64, alike: [Double] = []) {
    (customer, time) = (held.order.customer, held.order.time)
    self.amount = amount
    cause = .held(held)
    if !alike.isEmpty { people = .alike(alike) }
  }

  /// The order it is claimed on; none for something else that somebody did, nor where the order waits.
  @inline(__always)
  var order: Order? { if case .order(let order) = cause { order } else { nil } }

  /// The order that waits for the verdict.
  @inline(__always)
  var held: HeldOrder? { if case .held(let held) = cause { held } else { nil } }

  /// Of those for whom it stands: when they come, as shares of some days from today on.
  var alike: [Double] { if case .alike(let shares) = people { shares } else { [] } }

  /// Others whose doings it is made of, such as friends won; indices among all people simulated.
  var others: [Int] {
    get { if case .others(let indices) = people { indices } else { [] } }
    set { people = newValue.isEmpty ? .none : .others(newValue) }
  }

  /// Whom what was written reaches, as shares of all who read.
  var readers: [Double] {
    get { if case .readers(let shares) = people { shares } else { [] } }
    set { people = newValue.isEmpty ? .none : .readers(newValue) }
  }
}

/// A claim with the crowd it comes from.
struct MarketClaim: Sendable {
  let claim: Claim
  let crowd: Int
}

extension [MarketClaim] {
  /// Puts claims in the order in which they are judged: by their time of day, and of one moment by lot.
  ///
  /// What is sorted is their places: a claim is large, and would be moved time and again. Much falls due at an opening: by
  /// crowd and customer whoever stands first in the file would be served first every day.
  mutating func sortByTime() {
    guard count > 1 else { return }
    var order: [(time: Double, place: Int)] = []
    order.reserveCapacity(count)
    for place in indices { order.append((self[place].claim.time, place)) }
    order.sort {
      $0.time != $1.time ? $0.time < $1.time : stands($0.place, before: $1.place, at: $0.time)
    }
    self = order.map { self[$0.place] }
  }

  private func stands(_ one: Int, before other: Int, at time: Double) -> Bool {
    (lot(of: one, at: time), self[one].crowd, self[one].claim.customer, one)
      < (lot(of: other, at: time), self[other].crowd, self[other].claim.customer, other)
  }

  /// Whose turn it is among those of one moment: another at each, and one customer's alike.
  ///
  /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
  private func lot(of place: Int, at time: Double) -> UInt64 {
    let who = UInt64(self[place].crowd) &<< 32 | UInt64(self[place].claim.customer)
    var lot = (who &+ time.bitPattern) &* 0x9E37_79B9_7F4A_7C15
    lot = (lot ^ lot &>> 30) &* 0xBF58_476D_1CE4_E5B9
    lot = (lot ^ lot &>> 27) &* 0x94D0_49BB_1331_11EB
    return lot ^ lot &>> 31
  }
}
