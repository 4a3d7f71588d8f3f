extension OracleRun {
  /// Customers who invite others, each told once, among so many who know nothing and follow at once.
  fileprivate func inviters(
    _ seeds: Int, among people: Int, influence: Double, all: Bool, _ terms: Invitation
  ) -> Scenario {
    let habits = PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1)
    let feedback = Feedback(probability: 0, influence: influence)
    let friends = Segment(
      name: "friends", size: people, begins: .prospects(aware: 0), purchases: habits,
      baskets: Published.baskets, trial: .atOnce, decision: .always, feedback: feedback)
    var inviters = friends
    (inviters.name, inviters.size, inviters.begins) = ("inviters", seeds, .customers)
    let offer = Offer(
      name: "bring a friend", terms: terms, orders: .repeats, segments: all ? [0, 1] : [0],
      window: 0..<60, participation: .automatic, effect: .lift(0))
    var scenario = scenario(horizon: 60, segment: inviters, offers: [offer])
    scenario.market.segments = [inviters, friends]
    return scenario
  }
}

extension Oracle {
  /// Every invitation is followed, n ~ Poisson(3), every third is rewarded: P(n ≥ 3), P(3 ≤ n < 6), E⌊n/3⌋.
  static let invitation = Oracle(number: 24, name: "invite three") { run in
    let seeds = run.customers(500)
    let terms = Invitation(reward: 100, friends: 3, expected: 1)
    func paid(_ times: Int?) -> [Double] {
      var terms = terms
      terms.times = times
      let scenario = run.inviters(
        seeds, among: 800 * seeds, influence: 3, all: false, terms)
      return run.play(scenario, replications: 8).map {
        Double($0.offerTotal(.redeemed, slot: 0)) / Double(seeds)
      }
    }
    return [
      run.mean("rewarded at least once", paid(1), expected: 0.576810),
      run.mean("rewards, as many as come", paid(nil), expected: 0.664603),
      run.judged(
        "what it is worth over its reward", simulated: terms.rewards(mean: 3), expected: 0.664603,
        error: 1e-6),
    ]
  }

  /// Chains: who follows invites too, K = 0.6 followers each: 1.5 in all besides the first.
  static let invitationChain = Oracle(number: 25, name: "chain of invitations") { run in
    let seeds = run.customers(500)
    let scenario = run.inviters(
      seeds, among: 800 * seeds, influence: 0.6, all: true,
      Invitation(reward: 100, expected: 1))
    return [
      run.mean(
        "followers of each",
        run.play(scenario, replications: 16).map {
          Double($0.offerTotal(.followed, slot: 0)) / Double(seeds)
        }, expected: 1.5)
    ]
  }
}
