import Statistics

/// Bring others along (裂变): who takes part invites people, and is rewarded for every so many who follow.
public struct Invitation: OfferTerms {
  public static let kind = "invitations"
  static let source = "invitation"

  /// For every N who follow, minor units.
  public var reward: Int64
  /// What it is drawn from instead, by each who invites for each reward; `nil` where it is fixed.
  public var dealt: LuckyDraw?
  /// What that is worth to who invites, minor units; `nil` for the reward itself.
  public var rewardIsWorth: Double?
  /// N.
  public var friends: Int
  /// k: how often somebody is rewarded at most; `nil` for no limit.
  public var times: Int?
  /// Letters written, as a share of the people somebody tells of an experience.
  public var openness: Double
  /// The chance to follow that people reckon with who weigh whether to take part.
  public var expected: Double
  public var counts: Success
  /// Days from being invited on within which following counts.
  public var deadline: Int
  /// Off the first order of somebody who was invited, minor units.
  public var welcome: Int64
  /// What it is drawn from instead, by each friend; `nil` where it is fixed.
  public var dealtWelcome: LuckyDraw?
  /// What an invitation makes easier about the welcome.
  public var endorsement: Double
  /// The chance to buy after the trial of somebody who was invited; `nil` for that of everybody.
  public var convinces: Double?

  /// What somebody does who follows an invitation.
  public enum Success: String, Sendable, CaseIterable {
    case order, trial
  }

  public init(
    reward: Int64, rewardIsWorth: Double? = nil, friends: Int = 1, times: Int? = nil,
    openness: Double = 1, expected: Double, counts: Success = .order, deadline: Int = 30,
    welcome: Int64 = 0, endorsement: Double = 0, convinces: Double? = nil,
    dealt: LuckyDraw? = nil, dealtWelcome: LuckyDraw? = nil
  ) {
    self.reward = reward
    self.rewardIsWorth = rewardIsWorth
    self.friends = friends
    self.times = times
    self.openness = openness
    self.expected = expected
    self.counts = counts
    self.deadline = deadline
    self.welcome = welcome
    self.endorsement = endorsement
    self.convinces = convinces
    self.dealt = dealt
    self.dealtWelcome = dealtWelcome
  }

  public static var sources: [String] { [source] }
  public static var weighsInfluence: Bool { true }
  public static var rewardsOrders: Bool { false }
  /// Those of friends.
  public static func judged(by orders: Offer.Orders) -> Offer.Orders { .first }
  public static var isJudgedByOthers: Bool { true }

  /// What one reward is worth to who invites.
  var worthOfReward: Double { rewardIsWorth ?? dealt?.worth() ?? Double(reward) }

  /// What the welcome is worth to a friend.
  var worthOfWelcome: Double { dealtWelcome?.worth() ?? Double(welcome) }

  /// What a reward is worth times E[min(k, ⌊n/N⌋)], n ~ Poisson(influence·openness·expected chance).
  public func worth(to shopper: Shopper) -> Double {
    worthOfReward
      * rewards(mean: min(Double(DrawStream.most), shopper.influence * openness * expected))
  }

  /// E[min(k, ⌊n/N⌋)] of a Poisson n: Σ over j ≤ k of P(n ≥ jN).
  func rewards(mean: Double) -> Double {
    guard mean > 0 else { return 0 }
    var sum = 0.0
    for paid in 1...(times ?? 1_000_000) {
      let chance = Double.regularizedGammaP(Double(paid * friends), mean)
      sum += chance
      if chance < 1e-9 { break }
    }
    return sum
  }
}
