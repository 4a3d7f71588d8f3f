/// Points for what is paid (积分): blocks of them are redeemed on orders, and tiers reward who spends much.
public struct PointsProgramme: OfferTerms {
  public static let kind = "points"

  /// e: points for every minor unit paid.
  public var earned: Double
  /// Points that are redeemed at once.
  public var block: Int64
  /// What a block takes off an order, minor units.
  public var off: Int64
  /// E: days without an order after which all points of somebody expire; `nil` for never.
  public var expiry: Double?
  /// Points of each of those who are customers as the window opens.
  public var atStart: Int64
  /// How strongly a near reward raises purchases.
  public var pull: Double
  /// λ½: orders a day of those who feel half of that pull; `nil` where all feel it alike.
  public var halfRate: Double?
  /// By rising threshold; empty where all members are alike.
  public var tiers: [LoyaltyTier]

  public init(
    earned: Double, block: Int64, off: Int64, expiry: Double? = nil, atStart: Int64 = 0,
    pull: Double = 0, halfRate: Double? = nil, tiers: [LoyaltyTier] = []
  ) {
    self.earned = earned
    self.block = block
    self.off = off
    self.expiry = expiry
    self.atStart = atStart
    self.pull = pull
    self.halfRate = halfRate
    self.tiers = tiers
  }

  /// What the points of a mean order are worth, as if all were redeemed.
  public func worth(to shopper: Shopper) -> Double { returned * shopper.meanBasket }

  /// Tiers, and points that are there already, are something to members even where no order earns any.
  public var givesBesides: Bool { !tiers.isEmpty || atStart > 0 }

  /// The share of what is paid that points give back, as if all were redeemed.
  var returned: Double { earned * Double(off) / Double(block) }

  /// What somebody is a member of who is in a tier, which is counted from 1 on.
  func tier(_ tier: Int) -> LoyaltyTier? { tier > 0 ? tiers[tier - 1] : nil }

  /// The tier of so much spent in the last year, counted from 1 on; 0 for none.
  func tier(spending: Int64) -> Int { tiers.count { $0.threshold <= spending } }

  /// Whole points for what was paid; what is left of one is not given.
  func points(for paid: Int64, in tier: Int) -> Int64 {
    // What a product of two decimal numbers lacks of a whole one is rounding.
    wholeUnits((Double(paid) * earned * (self.tier(tier)?.earning ?? 1) + 1e-9).rounded(.down))
  }

  /// What so many points are worth, in whole minor units.
  func value(of points: Int64) -> Int64 {
    let value = Int128(points) * Int128(off) / Int128(block)
    return Int64(clamping: min(value, 9_000_000_000_000_000))
  }

  /// The goal gradient: what the nearness of a reward multiplies purchases by.
  ///
  /// 1 + lift·(worth of a block/mean basket)·(balance/next)²·λ½/(λ½ + λ), next the next block or, where less has to be
  /// spent to get there, the next tier. After Kivetz, Urminsky and Zheng (2006); that heavy buyers do not move: Liu
  /// (2007). Where no order earns a point only tiers come nearer.
  func gradient(
    balance: Int64, spending: Int64, tier: Int, meanBasket: Double, rate: Double
  ) -> Double {
    guard pull > 0, meanBasket > 0 else { return 1 }
    let next = Double(balance / block + 1) * Double(block)
    let perUnit = earned * (self.tier(tier)?.earning ?? 1)
    var share = perUnit > 0 ? Double(balance) / next : 0
    let toBlock = perUnit > 0 ? (next - Double(balance)) / perUnit : .infinity
    if tier < tiers.count {
      let threshold = Double(tiers[tier].threshold)
      if threshold - Double(spending) < toBlock { share = Double(spending) / threshold }
    }
    let moved = halfRate.map { $0 / ($0 + rate) } ?? 1
    return 1 + pull * Double(off) / meanBasket * share * share * moved
  }
}

/// A tier of members by what they have spent in the last year.
public struct LoyaltyTier: Sendable, Equatable {
  public var name: String
  /// Minor units paid for orders of the 365 days before, less what has been paid back.
  public var threshold: Int64
  /// What the points earned are multiplied by.
  public var earning: Double
  /// What it lowers the log-odds to lapse by, or the logarithm of the rate of leaving.
  public var bond: Double
  /// Minor units that a member costs a day.
  public var cost: Double

  public init(
    name: String, threshold: Int64, earning: Double = 1, bond: Double = 0, cost: Double = 0
  ) {
    self.name = name
    self.threshold = threshold
    self.earning = earning
    self.bond = bond
    self.cost = cost
  }
}
