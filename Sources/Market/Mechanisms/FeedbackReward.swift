/// A reward for a review (好评返现): who takes part gives feedback after each order, and is paid for it.
///
/// The chance of feedback rises to f + (1 − f)·takers. Reviews of those who would have written anyway are paid too, and
/// those of the dissatisfied: they tell people as well.
public struct FeedbackReward: OfferTerms {
  public static let kind = "feedback rewards"
  public static var isRedeemed: Bool { false }

  /// For one feedback, minor units.
  public var reward: Int64

  public init(reward: Int64) { self.reward = reward }

  /// Nobody orders for it.
  public static var rewardsOrders: Bool { false }
  public static var winsFirstOrders: Bool { false }
  public static var huntedBy: Hunters.Deed? { .order }

  public func worth(to shopper: Shopper) -> Double { Double(reward) }
}

extension FeedbackReward: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<FeedbackReward>

    init(_ terms: FeedbackReward, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd, raisesFeedback: true)
    }

    /// More feedback tells more people.
    static func couplings(_ terms: FeedbackReward, of offer: Offer) -> Set<Coupling> { [.letters] }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let (reward, slot) = (participants.terms.reward, slot)
      return participants.claims(today, &crowd, &tally) { order, crowd in
        // Who came to it only today has not been asked.
        guard crowd.offers.feedbacks.isSo(order.customer, slot: slot) else { return nil }
        return Claim(reward, on: order)
      }
    }

    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      guard case .paid(let amount) = verdict, let order = claim.order else { return }
      // Paid for what is written of the order, and not taken off it.
      crowd.reward(amount, for: order, slot: slot, isTakenOff: false, today, &tally)
      participants.redeem(claim.customer, today, &crowd, &tally)
    }
  }
}
