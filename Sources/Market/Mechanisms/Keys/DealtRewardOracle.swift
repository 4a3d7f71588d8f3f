extension Oracle {
  /// Both draw 1 or 25 with .9 and .1, worth a tenth more than their mean of 3.4: Φ((ln 3.74 − ln κ̄)/σ) take part.
  ///
  /// κ̄ 5 of who invites, 3 of their friends, σ .8: .358325 and .608569 (SciPy 1.17.1); 3.4 a reward, .608569·3.4 a friend.
  static let dealtReward = Oracle(number: 74, name: "dealt reward") { run in
    let dealt = LuckyDraw([.init(100, chance: 0.9), .init(2_500, chance: 0.1)], taste: 0.1)
    // So many are expected to follow that one reward is certain.
    let terms = Invitation(
      reward: 0, times: 1, expected: 40, dealt: dealt, dealtWelcome: dealt)
    let (seeds, outcomes) = run.inviterMarkets(terms, costs: (500, 300), replications: 16)
    /// Minor units paid to people of a segment, by what they are counted by.
    func paid(to segment: Int, by count: OfferCount) -> [Double] {
      outcomes.map {
        -Double($0.ledger.total(.firstOrderReward, segment: segment))
          / Double($0.offerTotal(count, slot: 0)) / 100
      }
    }
    return [
      run.mean(
        "taking part", outcomes.map { Double($0.offerTotal(.taken, slot: 0)) / Double(seeds) },
        expected: 0.358325),
      run.mean("a reward", paid(to: 0, by: .redeemed), expected: 3.4),
      run.mean("a friend", paid(to: 1, by: .followed), expected: 3.4 * 0.608569),
    ]
  }
}
