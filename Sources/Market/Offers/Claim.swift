/// Somebody's claim on an offer: to a reward, or to have an order that waits fulfilled.
struct Claim: Sendable {
  /// Index among the crowd's people.
  let customer: Int
  /// In days since the start.
  let time: Double
  /// Minor units.
  let amount: Int64
  /// What it is claimed on; none for a review written, or a friend won.
  var order: Order?
  /// Where the order waits for the verdict.
  var held: HeldOrder?
  /// What is added to the order's basket if it is paid, minor units.
  var raise: Int64 = 0
  /// Whom to serve first, 0 before 1, where not all can be.
  var rank = 0
  /// When what is added goes back, in days since the start; `nil` where it is kept.
  var raiseGoesBack: Double?
  /// Whether the offer is used though nothing is paid, such as a draw of nothing.
  var isBlank = false
  private var people = People.none

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
    self.order = order
    self.raise = raise
    raiseGoesBack = goingBack
    self.isBlank = isBlank
  }

  /// A reward for something else that somebody did.
  init(_ amount: Int64, of customer: Int, at time: Double) {
    self.customer = customer
    self.time = time
    self.amount = amount
  }

  /// That an order be fulfilled, reduced by an amount.
  init(_ held: HeldOrder, reducedBy amount: Int64, alike: [Double] = []) {
    (customer, time) = (held.order.customer, held.order.time)
    self.amount = amount
    self.held = held
    if !alike.isEmpty { people = .alike(alike) }
  }

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
  /// The claims as they are judged: by their time of day, and of one moment by crowd and customer.
  ///
  /// What is sorted is their places: a claim is large, and would be moved time and again.
  func inOrderOfTime() -> Self {
    guard count > 1 else { return self }
    let order = indices.map {
      (time: self[$0].claim.time, crowd: self[$0].crowd, customer: self[$0].claim.customer, $0)
    }
    return order.sorted { $0.time != $1.time ? $0.time < $1.time : $0 < $1 }.map { self[$0.3] }
  }
}

/// What becomes of a claim.
enum Verdict: Sendable, Equatable {
  /// Minor units.
  case paid(Int64)
  case refused
  /// A check has refused it, of somebody honest.
  case turnedDown
  /// The order it waits with is fulfilled at a time of today.
  case fulfilled(at: Double)
  /// The order has waited in vain, until a time of today.
  case refunded(at: Double)
}

/// Judges the claims on one offer of all people of the market: a budget, groups that fill.
///
/// One claim's verdict depends on the others', so a market with a clearing is played day by day.
protocol Clearing: Sendable {
  /// The verdicts of a day, on its claims in the order of their times and on those that were waiting; a claim without
  /// one waits on.
  mutating func judge(_ claims: [MarketClaim], on day: Int) -> [(MarketClaim, Verdict)]

  /// Whether the offer ends for everybody.
  var isOver: Bool { get }
}
