extension OracleRun {
  /// What takes part of those who invite, times what takes the welcome of those who follow, by replication.
  ///
  /// Both weigh what their part of a sum is worth by what taking part costs them; minor units.
  func splitTakeUps(
    of sum: Int64, inviterGets part: Double, costs: (inviter: Double, friend: Double),
    replications: Int
  ) -> [Double] {
    let reward = Int64((Double(sum) * part).rounded())
    // So many are expected to follow that one reward is certain.
    let terms = Invitation(reward: reward, times: 1, expected: 40, welcome: sum - reward)
    let (seeds, outcomes) = inviterMarkets(terms, costs: costs, replications: replications)
    return outcomes.map { outcome in
      let welcomes = -outcome.ledger.total(.firstOrderReward, segment: 1) / (sum - reward)
      let followed = outcome.offerTotal(.followed, slot: 0)
      return Double(outcome.offerTotal(.taken, slot: 0)) / Double(seeds) * Double(welcomes)
        / Double(followed)
    }
  }

  /// Customers who weigh an invitation and their friends who weigh its welcome, by what taking part costs them.
  func inviterMarkets(
    _ terms: Invitation, costs: (inviter: Double, friend: Double), replications: Int
  ) -> (inviters: Int, outcomes: [PlanOutcome]) {
    let seeds = customers(2_000)
    let never = PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1)
    // Baskets so large that no welcome reaches one.
    let baskets = Baskets(p: 6.25, q: 3.74, gamma: 1e8)
    let inviters = Segment(
      name: "inviters", size: seeds, begins: .customers, purchases: never, baskets: baskets,
      feedback: Feedback(probability: 0, influence: 1),
      participation: ParticipationCost(time: costs.inviter, spread: 0.8))
    let friends = Segment(
      name: "friends", size: 10 * seeds, begins: .prospects(aware: 0), purchases: never,
      baskets: baskets, trial: .atOnce, decision: .always,
      participation: ParticipationCost(time: costs.friend, spread: 0.8))
    let offer = Offer(
      name: "bring a friend", terms: terms, orders: .repeats, segments: [0], window: 0..<8,
      participation: .decided(attention: 1, fading: .infinity, noise: 0), effect: .lift(0))
    var scenario = scenario(horizon: 8, segment: inviters, offers: [offer])
    scenario.market.segments = [inviters, friends]
    return (seeds, play(scenario, replications: replications))
  }
}

extension Oracle {
  /// 20 shared α : 1 − α: Φ((ln αR − ln κ̄)/σ) of those who invite times Φ((ln (1 − α)R − ln κ̄′)/σ) of their friends.
  ///
  /// With κ̄ 5 and κ̄′ 3 it is largest at α = .580541, less a tenth to either side; with 5 and 5 at ½.
  static let splitReward = Oracle(number: 61, name: "split reward") { run in
    [
      (0.580541, 300.0, 0.769049), (0.480541, 300, 0.745207), (0.680541, 300, 0.740495),
      (0.5, 500, 0.651045),
    ].map { part, friend, expected in
      run.mean(
        "product of take-ups, \(part) to those who invite at costs of 5 and \(friend / 100)",
        run.splitTakeUps(
          of: 2_000, inviterGets: part, costs: (500, friend), replications: 16),
        expected: expected)
    }
  }
}
