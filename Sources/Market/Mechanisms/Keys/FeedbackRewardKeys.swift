import Documents
import RealModule
import Statistics

extension OfferKind {
  static let feedbackRewards = OfferKind(
    "Rewards for reviews; a plan uses those that it or the baseline names.", .feedbackReward,
    oracles: [.feedbackReward])
}

extension Section<OfferDraft<FeedbackRewardDraft>> {
  static var feedbackReward: Self {
    offer(
      "feedbackReward",
      "A reward for a review after an order: described under `feedback rewards` or in a plan, changed key by key.",
      keys: [
        Key(
          required: "reward", \.terms.reward, .money(example: "2"),
          "What is paid for one, whether it praises or not.", example: "2 CNY"
        ).typical(.chosen)
      ],
      without: ["lift", "daily multipliers", "pull-forward", "announced by"],
      words: [
        "orders": "After which orders a review is paid for; repeats are all after the first.",
        "window": "When people can take part, and reviews are paid for.",
        "uses": "How many reviews of a customer are paid for.",
        "budget": "What all rewards together may cost; never exceeded.",
      ])
  }
}

/// The terms of a feedback reward as written.
struct FeedbackRewardDraft: TermsDraft {
  var reward: Int64?

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> FeedbackReward? {
    reward.map { FeedbackReward(reward: $0) }
  }
}

extension FeedbackReward: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    proportions.doubts(aboutNothingOf: offer, reward, "reward")
      + proportions.doubts(
        aboutBudgetOf: offer, least: reward, "one reward: not one can be paid")
  }
}

extension Oracle {
  /// Feedbacks an order where a share t takes part, Φ((ln g − ln κ̄)/σ): f + (1 − f)·t.
  static let feedbackReward = Oracle(number: 44, name: "feedback rewards") { run in
    let (reward, median, spread, usual, rate) = (Int64(200), 150.0, 0.8, 0.3, 0.1)
    var segment = Segment(
      name: "customers", size: run.customers(5_000), begins: .customers,
      purchases: PurchaseHabits(
        shape: 1e8, rate: 1e8 / rate, lapseA: 1, lapseB: 1e12, firstLapse: 0),
      baskets: Published.baskets,
      participation: ParticipationCost(time: median, spread: spread))
    segment.feedback = Feedback(probability: usual)
    let offer = Offer(
      name: "tell us", terms: FeedbackReward(reward: reward), orders: .every, segments: [0],
      window: 0..<50, participation: .decided(attention: 1, fading: .infinity, noise: 0),
      effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: 50, segment: segment, offers: [offer]), replications: 20)
    let takers = Normal.standard.cdf(Double.log(Double(reward) / median) / spread)
    return [
      run.mean(
        "feedbacks an order",
        outcomes.map {
          Double($0.events.total(.feedback)) / Double($0.events.total(.repeatOrder))
        }, expected: usual + (1 - usual) * takers),
      run.mean(
        "paid for, of the orders",
        outcomes.map {
          Double($0.offerTotal(.redeemed, slot: 0)) / Double($0.events.total(.repeatOrder))
        }, expected: takers),
    ]
  }
}
