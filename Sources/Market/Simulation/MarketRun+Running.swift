/// What offers cost as they run, such as by the message, the check or the talk, and nobody's in particular.
extension MarketRun {
  /// By day of all that is played, minor units: the money of the market that moved neither with somebody nor for
  /// contacts, offers' fixed costs, the product and what is paid whatever happens.
  ///
  /// Empty where people are not in arms, where several arms buy contacts of their own, and where there are no figures.
  var runningCosts: [Int64] {
    guard let moved = outcomes?.moved, paths.count == 1, tally.limit == nil else { return [] }
    let nets = tally.ledger.dailyNet() + tally.after.dailyNet()
    return zip(zip(nets, moved), zip(path.costs, path.messaging)).map { money, costs in
      money.1 - money.0 - costs.0 - costs.1
    }
  }
}
