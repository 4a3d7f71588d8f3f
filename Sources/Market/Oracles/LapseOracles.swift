import RealModule
import Statistics

extension OracleRun {
  /// People who all are customers on day 0 and differ in nothing: their traits have a relative spread of 10⁻⁴.
  fileprivate func alike(
    _ count: Int, rate: Double, lapse: LapseLaw, margin: Double = 1_000
  ) -> Segment {
    Segment(
      name: "customers", size: customers(count), begins: .customers,
      purchases: PurchaseHabits(shape: 1e8, rate: 1e8 / rate, lapse: lapse),
      baskets: Baskets(p: 1e8, q: 1e8, gamma: margin))
  }
}

extension LapseLaw {
  /// π of everybody.
  fileprivate static func ofAll(_ chance: Double) -> Self {
    .afterOrders(a: 1e8 * chance, b: 1e8 * (1 - chance), first: .chance(0))
  }

  /// μ of everybody, per day.
  fileprivate static func rateOfAll(_ rate: Double) -> Self { .inTime(s: 1e8, beta: 1e8 / rate) }
}

extension Oracle {
  /// Stays: what a plan makes of the purchase intensity changes nobody's stay.
  ///
  /// λ = 1 a day, π = 1/5, intensities × 3 for four days, × ½ for four more: from then on orders come as if
  /// nothing had been, λ·e^{−πλt}, and the mean stay is 1/(πλ) = 5.
  static let stays = Oracle(number: 18, name: "stays") { run in
    let (rate, chance) = (1.0, 0.2)
    let segment = run.alike(20_000, rate: rate, lapse: .ofAll(chance))
    let factors = Array(repeating: 3.0, count: 4) + Array(repeating: 0.5, count: 4)
    func offer(_ days: Range<Int>, uses: Int?) -> Offer {
      Offer(
        name: "reminder", terms: Coupon(.percent(0)), orders: .repeats, segments: [0], window: days,
        uses: uses, participation: .automatic, effect: .multipliers(factors))
    }
    // Given outright to everybody, and held by each, who are then followed one by one.
    return [("outright", nil), ("held", 1_000)].flatMap { name, uses in
      let outcomes = run.play(
        run.scenario(horizon: 60, segment: segment, offers: [offer(0..<8, uses: uses)]),
        replications: 20)
      func orders(_ days: Range<Int>) -> [Double] {
        outcomes.map { Double($0.events.total(.repeatOrder, days: days)) / Double(segment.size) }
      }
      let left = { (day: Double) in Double.exp(-chance * rate * day) }
      return [
        run.mean(
          "orders at three times the rate, \(name)", orders(0..<4),
          expected: 3 * (1 - left(4)) / chance),
        run.mean(
          "orders at half the rate, \(name)", orders(4..<8),
          expected: 0.5 * (left(4) - left(8)) / chance),
        run.mean(
          "orders afterwards, \(name)", orders(8..<60), expected: (left(8) - left(60)) / chance),
      ]
    }
  }

  /// Pareto/NBD: E[X(t)] = rβ/(α(s − 1))·(1 − (β/(β + t))^{s−1}), by integration.
  static let leavingInTime = Oracle(number: 19, name: "Pareto/NBD") { run in
    run.newcomers(Published.leaving, expected: [(1, 0.050980), (39, 1.213003), (78, 1.909398)])
  }

  /// MBG/NBD: (1 − π)/π·(1 − (α/(α + πt))^r) integrated over π ~ Beta(a, b).
  static let leavingAtOnce = Oracle(number: 21, name: "MBG/NBD") { run in
    run.newcomers(
      Published.leavingAtOnce, expected: [(1, 0.053085), (39, 1.182954), (78, 1.804758)])
  }

  /// The run-off against the closed form: with every multiplier 1 they are the same.
  ///
  /// Somebody still a customer at the end of the horizon contributes λ(1 − e^{−(δ+h)τ})/(δ + h) orders more, h
  /// the hazard of leaving.
  static let runOff = Oracle(number: 20, name: "run-off") { run in
    let (rate, horizon, discount, days) = (0.05, 100, 0.001, 500.0)
    return [
      ("after orders", LapseLaw.ofAll(0.15), 0.15 * rate),
      ("in time", LapseLaw.rateOfAll(0.006), 0.006),
    ].flatMap { name, law, hazard in
      let segment = run.alike(5_000, rate: rate, lapse: law)
      let decay = discount + hazard
      let expected =
        1_000 * Double.exp(-hazard * Double(horizon)) * rate
        * -Double.expMinusOne(-decay * days) / decay
      return [0, 365, 500].map { runOff in
        let outcomes = run.play(
          run.scenario(
            horizon: horizon, segment: segment, discountRate: discount, residualDays: days,
            runOff: runOff), replications: 20)
        return run.mean(
          "value afterwards, \(runOff) days of it played, leaving \(name)",
          outcomes.map { $0.figures[.afterwards, 0] / Double(segment.size) }, expected: expected)
      }
    }
  }
}
