import RealModule
import Statistics

extension OracleRun {
  /// Customers who all buy for the first time at the start of day 0.
  func newcomers(
    _ count: Int, _ habits: PurchaseHabits, _ baskets: Baskets
  ) -> Segment {
    Segment(
      name: "customers", size: customers(count), begins: .prospects(aware: 1),
      purchases: habits, baskets: baskets, trial: .atOnce, decision: .always)
  }

  /// The repeat orders of new customers by some weeks, against their expectations.
  func newcomers(
    _ habits: PurchaseHabits, expected: [(weeks: Int, mean: Double)]
  ) -> [OracleCheck] {
    let segment = newcomers(10_000, habits, Published.baskets)
    let outcomes = play(scenario(horizon: 78 * 7, segment: segment), replications: 30)
    return expected.map { weeks, expected in
      mean(
        "E[X(\(weeks) weeks)]",
        outcomes.map {
          Double($0.events.total(.repeatOrder, days: 0..<(weeks * 7))) / Double(segment.size)
        }, expected: expected)
    }
  }
}

extension Oracle {
  /// Repeat orders: E[X(t)] and P(X(39) = 0) of BG/NBD.
  static let purchases = Oracle(number: 2, name: "BG/NBD") { run in
    let segment = run.newcomers(10_000, Published.habits, Published.baskets)
    var checks = run.newcomers(
      Published.habits,
      expected: [(1, 0.05318), (3, 0.15063), (32, 1.04373), (78, 1.85796)])
    let short = run.play(run.scenario(horizon: 39 * 7, segment: segment), replications: 20)
    checks.append(
      run.mean(
        "P(X(39 weeks) = 0)",
        short.map { 1 - Double($0.events.total(.secondOrder)) / Double(segment.size) },
        expected: 0.57431))
    return checks
  }

  /// Gamma–Gamma baskets: E = pγ/(q − 1).
  static let basket = Oracle(number: 3, name: "basket") { run in
    let habits = PurchaseHabits(shape: 1, rate: 1e9, lapseA: 1, lapseB: 1)
    let segment = run.newcomers(20_000, habits, Published.baskets)
    let outcomes = run.play(run.scenario(horizon: 1, segment: segment), replications: 30)
    let baskets = segment.baskets
    return [
      run.mean(
        "mean basket",
        outcomes.map { $0.figures[.revenue, 0] / $0.figures[.orders, 0] / 100 },
        expected: baskets.p * baskets.gamma / (baskets.q - 1) / 100)
    ]
  }

  /// What a customer is worth at known λ, π and δ: a first order, and λ/(δ + πλ) more.
  ///
  /// Traits are held constant by distributions with a relative spread of 10⁻⁴.
  static let residual = Oracle(number: 4, name: "residual") { run in
    let (rate, lapse, discount, horizon) = (0.02, 0.15, 0.001, 300)
    let tight = 1e8
    let habits = PurchaseHabits(
      shape: tight, rate: tight / rate, lapseA: tight * lapse, lapseB: tight * (1 - lapse),
      firstLapse: 0)
    let baskets = Baskets(p: tight, q: tight, gamma: 1_000, costShare: 0.4, costPerOrder: 100)
    let segment = run.newcomers(5_000, habits, baskets)
    let scenario = run.scenario(
      horizon: horizon, segment: segment, discountRate: discount, residualDays: nil)
    let outcomes = run.play(scenario, replications: 20)
    let margin = 1_000 * 0.6 - 100
    let decay = discount + lapse * rate
    let within = rate * -Double.expMinusOne(-decay * Double(horizon)) / decay
    func perCustomer(_ figure: Figure) -> [Double] {
      outcomes.map { $0.figures[figure, 0] / $0.figures[.acquired, 0] }
    }
    return [
      run.mean(
        "worth within the horizon", perCustomer(.realisedValue), expected: margin * (1 + within)),
      run.mean(
        "CLV with the residual", perCustomer(.customerValue),
        expected: margin * (1 + rate / decay)),
    ]
  }
}
