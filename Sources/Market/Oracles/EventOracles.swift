import RealModule
import Statistics

extension OutsideEvent {
  /// An event of all days, whatever they are.
  fileprivate static func always(_ change: (inout Effects) -> Void) -> OutsideEvent {
    var event = OutsideEvent(name: "event", days: 0..<10_000)
    change(&event.effects)
    return event
  }
}

extension OracleRun {
  /// Plays a segment while something happens outside.
  fileprivate func play(
    _ segment: Segment, days: Int, offers: [Offer] = [],
    during change: (inout OutsideEvent.Effects) -> Void
  ) -> [PlanOutcome] {
    var scenario = scenario(horizon: days, segment: segment, offers: offers)
    scenario.market.season.events = [.always(change)]
    return play(scenario, replications: 1)
  }
}

extension Oracle {
  /// Outside events: odds times a factor, hazards and amounts times one.
  ///
  /// A first purchase of chance ¼ at twice the odds: 0.4. Lapses of chance 0.3 at twice the odds: 6/13.
  static let outsideEvents = Oracle(number: 45, name: "outside events") { run in
    var tryers = run.newcomers(
      40_000, PurchaseHabits(shape: 1, rate: 1e9, lapseA: 1, lapseB: 1), Published.baskets)
    tryers.decision = FirstPurchase(intercept: -Double.log(3))
    let bought = run.play(tryers, days: 2) { $0.firstPurchases = 2 }
    // All orders of a customer's life, a hundred a day, within the horizon.
    let leavers = run.newcomers(
      40_000,
      PurchaseHabits(shape: 1e8, rate: 1e6, lapseA: 3e8, lapseB: 7e8, firstLapse: 0.3),
      Published.baskets)
    let left = run.play(leavers, days: 30) { effects in
      effects.lapse = 2
      effects.baskets = 1.3
    }
    var strangers = run.unaware(run.customers(40_000))
    strangers.awareness.organic = 0.02
    let heard = run.play(strangers, days: 40) { $0.awareness = 0.5 }
    var aware = strangers
    (aware.begins, aware.trial, aware.decision) = (
      .prospects(aware: 1), Trial(hazard: 0.02, pause: 1_000), .never
    )
    let tried = run.play(aware, days: 40) { $0.trials = 0.5 }
    func count(_ outcomes: [PlanOutcome], _ event: JourneyEvent) -> Int64 {
      outcomes.reduce(0) { $0 + $1.events.total(event) }
    }
    let people = leavers.size
    let chance = 6.0 / 13
    let repeats = Double(count(left, .repeatOrder)) / Double(people)
    let orders = Double(people + Int(count(left, .repeatOrder)))
    let revenue = left.reduce(0.0) { $0 + Double($1.ledger.total(.revenue)) }
    let ordinary = run.play(leavers, days: 30) { $0.lapse = 2 }
    let before = ordinary.reduce(0.0) { $0 + Double($1.ledger.total(.revenue)) }
    return [
      run.share(
        "first purchases at twice the odds", count(bought, .firstOrder), of: tryers.size,
        expected: 0.4),
      run.share(
        "staying after the first order", count(left, .secondOrder), of: people,
        expected: 1 - chance),
      // Geometric: mean (1 − p)/p, variance (1 − p)/p².
      run.judged(
        "repeat orders at twice the odds to leave", simulated: repeats,
        expected: (1 - chance) / chance,
        error: ((1 - chance) / Double(people)).squareRoot() / chance),
      // Every order is rounded to whole units before and after.
      run.judged(
        "orders 1.3 times as large", simulated: revenue / orders,
        expected: 1.3 * before / orders, error: 1.15 / 2 / orders.squareRoot()),
      run.share(
        "unaware at half the awareness", Int64(people) - count(heard, .aware), of: people,
        expected: Double.exp(-0.4)),
      run.share(
        "not tried at half the trials", Int64(people) - count(tried, .trial), of: people,
        expected: Double.exp(-0.4)),
    ]
  }

  /// Offers elsewhere: the share taking part is Φ((ln(x − w_e·x_e) − ln κ̄)/√(σ² + τ²)).
  ///
  /// Of a cut by a fifth that raises purchases by twice its gain 1.4 is left of 40 days, and 1.1 on those on which others
  /// offer 15%, though it began before them.
  static let offersElsewhere = Oracle(number: 46, name: "offers elsewhere") { run in
    let (cost, spread, noise) = (1_000.0, 0.6, 0.5)
    let segment = Segment(
      name: "customers", size: run.customers(100_000), begins: .customers,
      purchases: PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1),
      // Baskets so large that no coupon here reaches one.
      baskets: Baskets(p: 6.25, q: 3.74, gamma: 1e8),
      participation: ParticipationCost(time: cost, spread: spread))
    let regulars = run.regulars(.customers, people: 20_000, rate: 0.1)
    let cut = Offer(
      name: "cut", terms: Coupon(.percent(0.2)), orders: .repeats, segments: [0], window: 10..<50,
      participation: .automatic, effect: .lift(2))
    var beside = run.scenario(horizon: 60, segment: regulars, offers: [cut])
    var war = OutsideEvent(name: "war", days: 20..<35)
    war.effects.elsewhere = OutsideEvent.Elsewhere(.share(0.15))
    beside.market.season.events = [war]
    let orders = run.play(beside, replications: 1).reduce(0) { $0 + $1.events.total(.repeatOrder) }
    let expected = 0.1 * (20 + 1.4 * 25 + 1.1 * 15)
    let each = run.judged(
      "orders of a customer, a war within a cut",
      simulated: Double(orders) / Double(regulars.size), expected: expected,
      error: (expected / Double(regulars.size)).squareRoot())
    return [Int64(900), 1_500, 3_000].map { amount in
      let offer = Offer(
        name: "coupon", terms: Coupon(.fixed(amount)), orders: .repeats, segments: [0],
        window: 2..<8,
        participation: .decided(attention: 1, fading: .infinity, noise: noise), effect: .lift(0))
      let outcomes = run.play(segment, days: 10, offers: [offer]) {
        $0.elsewhere = OutsideEvent.Elsewhere(.amount(800), weight: 0.75)
      }
      let taken = outcomes.reduce(0) { $0 + $1.events.total(.tookPart) }
      let distance =
        Double.log((Double(amount) - 600) / cost) / (spread * spread + noise * noise).squareRoot()
      return run.share(
        "taking part at \(Double(amount) / 100) beside 6", taken, of: segment.size,
        expected: Normal.standard.cdf(distance))
    } + [each]
  }
}
