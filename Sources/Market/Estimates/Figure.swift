/// What is read off one replication of one plan: the totals every measure is made of.
///
/// Money in minor units, costs positive; counts in people or events of the simulated market.
public enum Figure: Int, Sendable, CaseIterable {
  /// Less what went back.
  case revenue
  case costOfGoods, operations, rewards, firstOrderRewards, acquisition, messaging
  case product, fixedCosts, pointsOwed
  /// Horizon contribution: the sum of all ledger entries.
  case contribution
  /// Value after the horizon as of its end: the run-off, and what is expected beyond it.
  case afterwards
  case orders, firstOrders, wonByReward, repeatOrders, acquired, secondOrders, retained
  /// Customers won after the horizon, while the market plays on.
  case wonAfterwards
  /// What winning customers costs after the horizon: contacts, channels' fixed costs, first-order rewards.
  case winningCostAfterwards
  case reached, knewBefore, aware, trials, feedbacks, told
  case noticed, tookPart, redemptions, deadWeight
  /// Redemptions by customers of which a twin tells whether the order would have come anyway.
  case judged
  /// People an offer was for who could notice it; by offer only.
  case eligible
  /// By offer only, as `OfferCount` has them; who is turned away and what hunters take also of the whole market.
  case raised, sentBack, refunded, served, turnedAway, refused, caught, withheld, letDown
  case invited, followed, companions, joined, sent, opened, left, revived, stayedAway, finished,
    gaveUp
  case paidToHunters, messageCost
  case pointsAtStart, pointsEarned, pointsRedeemed, pointsExpired, pointsCancelled,
    pointsOutstanding
  case customerValue, realisedValue
  case valueLow, valueMedian, valueHigh
  case paidBack, paybackDay
  case observed1, observed7, observed30, observed90
  case returned1, returned7, returned30, returned90
  case persuaded, anyway, putOff, untouched
}

extension Figure {
  /// Why something cannot be given per one of these where there are none.
  var absence: String {
    switch self {
    case .acquired: "nobody was acquired"
    case .redemptions, .judged: "nothing was redeemed"
    case .acquisition, .firstOrderRewards: "winning customers cost nothing"
    case .observed1, .observed7, .observed30, .observed90: "nobody was observed for so long"
    default: "nothing to divide by"
    }
  }
}

/// A part of the market that figures are read for.
public enum Slice: Sendable, Hashable {
  case whole
  case segment(Int)
  /// By the source of acquisition.
  case source(Int)
  /// By the calendar month of acquisition.
  case month(Int)
  /// By offer: its place in the plan.
  case offer(Int)
}

/// The figures of one replication of one plan, by slice.
public struct FigureTable: Sendable {
  public let slices: [Slice]
  private let values: [[Double]]

  init(slices: [Slice], values: [[Double]]) {
    self.slices = slices
    self.values = values
  }

  public subscript(figure: Figure, slice: Int) -> Double { values[slice][figure.rawValue] }
}
