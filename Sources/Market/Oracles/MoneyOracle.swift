extension Oracle {
  /// Money: totals agree however they are grouped, and every unit that customers pay is accounted for.
  static let money = Oracle(number: 16, name: "money") { run in
    let scenario = BusyMarket.scenario(people: run.customers(4_000), seed: run.seed)
    guard let outcome = Simulation(scenario).replication(0)?.plans.last else { return [] }
    let ledger = outcome.ledger
    let figures = outcome.figures
    let whole = ledger.net()
    let bySegment = (0..<ledger.segments).reduce(0) { $0 + ledger.net(segment: $1) }
    let bySource = (0..<ledger.sources).reduce(0) { $0 + ledger.net(source: $1) }
    let byDay = (0..<ledger.days).reduce(0) { $0 + ledger.net(days: $1..<($1 + 1)) }
    let costs: [Figure] = [
      .costOfGoods, .operations, .rewards, .firstOrderRewards, .acquisition, .messaging, .product,
    ]
    let fromFigures =
      figures[.revenue, 0] - costs.reduce(0) { $0 + figures[$1, 0] }
    // What acquired customers brought was also kept customer by customer, in the cohorts.
    let before = scenario.sources.before
    let ofAcquired = [Account.revenue, .costOfGoods, .operations, .reward].reduce(Int64(0)) {
      sum, account in
      sum + (0..<before).reduce(0) { $0 + ledger.total(account, source: $1) }
    }
    let cohorts = outcome.tally.cohorts.contribution.reduce(0, +)
    return [
      run.exact("ledger by segment", bySegment, expected: whole),
      run.exact("ledger by source", bySource, expected: whole),
      run.exact("ledger by day", byDay, expected: whole),
      run.exact("contribution from its parts", Int64(fromFigures), expected: whole),
      run.exact(
        "contribution, as figure", Int64(figures[.contribution, 0]), expected: whole),
      run.exact("what acquired customers brought", cohorts, expected: ofAcquired),
      run.exact(
        "first orders are acquired customers", Int64(figures[.acquired, 0]),
        expected: outcome.events.total(.firstOrder)),
    ]
  }
}
