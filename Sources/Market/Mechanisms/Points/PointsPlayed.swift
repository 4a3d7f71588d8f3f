extension PointsProgramme: PlayedTerms {
  /// Points come off later orders, which hunters never place.
  public static var huntedBy: Hunters.Deed? { nil }

  /// A points programme in one crowd.
  ///
  /// Each order of a member is settled by itself, in the order of their times: blocks in hand are redeemed as far as they
  /// fit what is left to pay, and what is then paid earns points.
  struct Played: Mechanism {
    var participants: Participants<PointsProgramme>
    private var accounts: PointsAccounts
    private var tiers: TierBook
    /// By customer: the last order, or the beginning, since which no order has been seen; empty before the first.
    private var seen: [Double] = []
    private var expiries: DayBook
    private var due: [UInt16] = []
    /// By day: what goes back with an order, or with part of it.
    private var reversals: [Int: [PointsReversal]] = [:]
    /// Whether orders earn points: what was earned within the horizon is honoured after it.
    private var isEarning = true

    init(_ terms: PointsProgramme, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(
        terms, of: offer, slot: slot, for: crowd, isKept: true, isMoved: terms.pull > 0)
      accounts = PointsAccounts(terms)
      tiers = TierBook(terms, for: crowd)
      expiries = DayBook(customers: crowd.customers.count, days: crowd.setting.days)
    }

    /// Nobody's points hang on another's.
    static func clearing(_ terms: PointsProgramme, of offer: Offer) -> (any Clearing)? { nil }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      let (day, terms) = (today.day, participants.terms)
      participants.open(today, &crowd, &tally)
      if day == participants.offer.window.lowerBound, terms.atStart > 0 {
        begin(today, &crowd, &tally)
      }
      if day == participants.end { finish(today, &crowd, &tally) }
      tiers.due(on: day, into: &due)
      for customer in due {
        let index = Int(customer)
        tiers.rank(index, from: day, &crowd)
        draw(index, from: day, &crowd)
      }
      let cost = tiers.cost()
      if cost > 0 { crowd.spend(cost, on: .messaging, slot: slot, today, &tally) }
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      var orders: [Order] = []
      _ = participants.claims(today, &crowd, &tally) { order, _ in
        orders.append(order)
        return nil
      }
      expire(today, &crowd, &tally)
      for back in reversals.removeValue(forKey: today.day) ?? [] {
        reverse(back, today, &crowd, &tally)
      }
      // What each takes off is known when those before it have been settled.
      return orders.map { Claim(0, on: $0) }
    }

    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      guard case .paid = verdict, let order = claim.order else { return }
      let (terms, index) = (participants.terms, order.customer)
      let blocks =
        terms.off > 0
        ? min(accounts.balance(index) / terms.block, crowd.leftToPay(on: order) / terms.off) : 0
      if blocks > 0 {
        crowd.reward(blocks * terms.off, for: order, slot: slot, today, &tally)
        change(-blocks * terms.block, .pointsRedeemed, of: index, order, today, &crowd, &tally)
        participants.redeem(index, today, &crowd, &tally)
      }
      let (paid, tier) = (isEarning ? crowd.leftToPay(on: order) : 0, tiers.tierToday(of: index))
      let points = terms.points(for: paid, in: tier)
      if isEarning {
        change(points, .pointsEarned, of: index, order, today, &crowd, &tally)
        tiers.pay(paid, index, on: today.day, &crowd)
      }
      see(index, at: order.time, crowd)
      drawAfterOrder(index, today, &crowd)
      for back in PointsReversal.all(
        of: order, paid: paid, earned: points, in: tier, redeemed: blocks * terms.block, slot: slot,
        terms, crowd)
      {
        if Int(back.time) > today.day {
          reversals[Int(back.time), default: []].append(back)
        } else {
          reverse(back, today, &crowd, &tally)
        }
      }
    }

    /// An order has gone back, or part of it: so do the points it earned, as far as they are still there, and those it was
    /// paid with come back to its customer, where the reward they were was never paid or comes back to us.
    private mutating func reverse(
      _ back: PointsReversal, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      // With the programme's end all points are worth nothing.
      guard today.day < participants.end else { return }
      let index = back.customer
      if back.redeemed > 0 {
        change(
          back.redeemed, .pointsRedeemed, of: index, at: back.time, isUndone: true, today, &crowd,
          &tally)
        see(index, at: back.time, crowd)
      }
      change(
        -min(back.earned, accounts.balance(index)), .pointsCancelled, of: index, at: back.time,
        today, &crowd, &tally)
      tiers.payBack(back.paid, index, orderedOn: back.ordered, on: today.day, &crowd)
      drawAfterOrder(index, today, &crowd)
    }

    mutating func endOffering(_ day: Int, _ crowd: inout Crowd) {
      participants.endOffering(day, &crowd)
      isEarning = false
      tiers.close(from: day, &crowd)
      drawNobody(from: day, &crowd)
    }

    /// Those who are customers already have points already.
    private mutating func begin(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
      for index in crowd.customers.indices
      where crowd.customers[index].stage == .customer && participants.holds(index) {
        // We owed them before the first day: no cost of the plan's.
        _ = accounts.change(index, by: participants.terms.atStart, among: crowd.customers.count)
        for count in [OfferCount.pointsAtStart, .pointsOutstanding] {
          tally.count(
            participants.terms.atStart, count, of: slot, day: today.day,
            segment: crowd.setting.index)
        }
        see(index, at: lastSeen(index, today, crowd), crowd)
        draw(index, from: today.day, &crowd)
      }
    }

    /// When somebody who has points as the programme begins ordered last: as far as that is known, and unless they would
    /// have lost them by then, else at that opening.
    private func lastSeen(_ index: Int, _ today: Today, _ crowd: Crowd) -> Double {
      let opening = Double(today.day)
      guard today.day == 0, let expiry = participants.terms.expiry,
        let last = crowd.known(index)?.lastOrder, last + expiry > opening
      else { return opening }
      return last
    }

    /// The programme ends at a stated day: what is left is worth nothing.
    private mutating func finish(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
      for index in accounts.holders {
        change(
          -accounts.balance(index), .pointsExpired, of: index, at: Double(today.day), today, &crowd,
          &tally)
      }
      tiers.close(from: today.day, &crowd)
      drawNobody(from: today.day, &crowd)
    }

    /// Points expire at the very moment at which there has been no order for so long.
    private mutating func expire(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
      guard let expiry = participants.terms.expiry else { return }
      expiries.take(today.day, into: &due)
      guard !due.isEmpty else { return }
      var first: [Int: Double] = [:]
      for order in crowd.day.orders where first[order.customer] == nil {
        first[order.customer] = order.time
      }
      for customer in due {
        let index = Int(customer)
        let end = seen[index] + expiry
        let isInTime = first[index].map { $0 < end } ?? false
        guard !isInTime, accounts.balance(index) > 0 else { continue }
        change(
          -accounts.balance(index), .pointsExpired, of: index, at: end, today, &crowd, &tally)
        drawAfterOrder(index, today, &crowd)
      }
    }

    /// Somebody has ordered, or begins: their points last from now on.
    @inline(__always)
    private mutating func see(_ index: Int, at time: Double, _ crowd: Crowd) {
      guard let expiry = participants.terms.expiry else { return }
      if seen.isEmpty { seen = Array(repeating: 0, count: crowd.customers.count) }
      seen[index] = time
      let day = time + expiry
      expiries.enter(index, on: day < Double(crowd.setting.days) ? Int(day) : crowd.setting.days)
    }

    /// Changes somebody's points, with an order or without one, and books what we owe more, or less.
    private mutating func change(
      _ points: Int64, _ count: OfferCount, of index: Int, _ order: Order? = nil,
      at time: Double = 0, isUndone: Bool = false, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      guard points != 0 else { return }
      let before = accounts.balance(index)
      let owed = accounts.change(index, by: points, among: crowd.customers.count)
      let (day, segment) = (today.day, crowd.setting.index)
      tally.count(
        isUndone ? -abs(points) : abs(points), count, of: slot, day: day, segment: segment)
      tally.count(
        accounts.balance(index) - before, .pointsOutstanding, of: slot, day: day, segment: segment)
      guard owed != 0 else { return }
      let posting = Posting(-owed, to: .pointsLiability)
      if let order {
        var customer = crowd.customers[index]
        crowd.enter(posting, for: order, &customer, today, &tally)
        crowd.customers[index] = customer
      } else {
        crowd.enter(posting, of: index, at: time, today, &tally)
      }
    }

    /// Nobody comes any nearer to a reward: neither to a block nor, whether or not they have points, to a tier.
    private func drawNobody(from day: Int, _ crowd: inout Crowd) {
      guard participants.terms.pull > 0 else { return }
      for index in crowd.customers.indices { crowd.setFactor(1, slot: slot, index, from: day) }
    }

    /// Lets the next reward draw somebody on as strongly as it is near, from the opening of a day on.
    private mutating func draw(_ index: Int, from day: Int, _ crowd: inout Crowd) {
      guard let factor = factor(for: index, on: day, &crowd) else { return }
      crowd.setFactor(Float(factor), slot: slot, index, from: day)
    }

    /// The same in the evening, for whatever has changed of it today.
    private mutating func drawAfterOrder(_ index: Int, _ today: Today, _ crowd: inout Crowd) {
      let isStopped = crowd.stops.time(of: index) != nil
      let day = isStopped ? today.day : today.day + 1
      guard let factor = factor(for: index, on: day, &crowd) else { return }
      crowd.setFactorAfterOrder(Float(factor), slot: slot, index, today)
    }

    private func factor(for index: Int, on day: Int, _ crowd: inout Crowd) -> Double? {
      let terms = participants.terms
      guard terms.pull > 0 else { return nil }
      guard isEarning, participants.holds(index), day < participants.end else { return 1 }
      return terms.gradient(
        balance: accounts.balance(index), spending: tiers.spending(of: index),
        tier: tiers.tier(of: index), meanBasket: crowd.meanBasket(of: index),
        rate: Double(crowd.customers[index].rate))
    }
  }
}
