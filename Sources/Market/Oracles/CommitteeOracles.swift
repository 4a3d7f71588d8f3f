import RealModule
import Statistics

extension OracleRun {
  /// Companies that all try at the first moment of day 0, and leave after their first order.
  fileprivate func companies(_ count: Int, _ committee: Committee) -> Segment {
    var segment = Segment(
      name: "companies", size: customers(count), begins: .prospects(aware: 1),
      purchases: PurchaseHabits(shape: 1, rate: 1, lapseA: 1, lapseB: 1, firstLapse: 1),
      baskets: Published.baskets, trial: .atOnce)
    segment.committee = committee
    return segment
  }
}

extension Oracle {
  /// Committee: Π p of the trials become deals, after Σ means of their delays.
  static let committee = Oracle(number: 32, name: "committee") { run in
    let (chances, means) = ([0.7, 0.6, 0.8, 0.5, 0.9], [5.0, 9, 14, 20, 3])
    let roles = zip(chances, means).enumerated().map { place, role in
      Committee.Role(name: "role \(place)", approves: role.0, takes: role.1)
    }
    let segment = run.companies(40_000, Committee(roles: roles))
    let outcomes = run.play(run.scenario(horizon: 700, segment: segment), replications: 1)
    // A deal of day d came d and, on average, half a day after the first moment; five delays in a row make the
    // density too smooth for that to be off by a millionth.
    let days = outcomes.flatMap { outcome in
      (0..<700).flatMap { day in
        Array(
          repeating: Double(day) + 0.5,
          count: Int(outcome.events.total(.firstOrder, days: day..<(day + 1))))
      }
    }
    return [
      run.share(
        "trials that become deals", Int64(days.count), of: segment.size, expected: 0.1512),
      run.mean("days to a deal", days, expected: 51),
    ]
  }

  /// Cases: a role that says yes with p does so with 1/(1 + e^−(ln(p/(1 − p)) + c·ln(1 + n))) after n cases.
  ///
  /// Those who publish n cases do so on day 0, where others meet with e^−h still to come.
  static let cases = Oracle(number: 33, name: "published cases") { run in
    let (chance, helps, published, takes) = (0.3, 0.5, 8, 4.0)
    let decider = Committee.Role(name: "decider", approves: chance, takes: takes)
    func share(of cases: Double) -> Double {
      let odds = chance / (1 - chance) * Double.pow(1 + cases, helps)
      return odds / (1 + odds)
    }
    let known = run.companies(
      20_000,
      Committee(
        roles: [decider], cases: PublishedCases(helps: helps, already: Double(published))))
    var first = known
    first.name = "first clients"
    first.size = published
    first.committee = Committee(
      roles: [Committee.Role(name: "decider", approves: 1)], cases: PublishedCases(agree: 1))
    var later = known
    later.committee?.cases.already = 0
    var together = run.scenario(horizon: 120, segment: later)
    together.market.segments = [first, later]
    func deals(_ scenario: Scenario, _ segment: Int) -> Int64 {
      run.play(scenario, replications: 1).reduce(0) {
        $0 + $1.events.total(.firstOrder, segment: segment)
      }
    }
    let onDayZero = -Double.expMinusOne(-1 / takes)
    return [
      run.share(
        "deals with cases already there", deals(run.scenario(horizon: 120, segment: known), 0),
        of: known.size, expected: share(of: Double(published))),
      run.share(
        "deals with cases of the first day", deals(together, 1), of: later.size,
        expected: onDayZero * share(of: 0) + (1 - onDayZero) * share(of: Double(published))),
    ]
  }
}
