/// People alike enough to share distributions; everybody in it still differs.
public struct Segment: Sendable, Equatable {
  public var name: String
  /// People simulated who are not today's customers.
  public var size: Int
  public var begins: Beginning
  /// Today's customers, from a real log.
  public var base: [TodaysCustomer]
  public var purchases: PurchaseHabits
  public var baskets: Baskets
  public var awareness: Awareness
  public var trial: Trial
  public var decision: FirstPurchase
  /// Who decides in its place; `nil` where one alone does.
  public var committee: Committee?
  public var feedback: Feedback
  public var participation: ParticipationCost
  public var habit: RewardHabit
  public var payer: Payer
  /// What its people are like who come for rewards alone; `nil` for customers.
  public var hunters: Hunters?
  /// How present we are in people's days; `nil` where it moves nothing.
  public var engagement: Engagement?

  public init(
    name: String, size: Int, begins: Beginning = .prospects(aware: 0), base: [TodaysCustomer] = [],
    purchases: PurchaseHabits, baskets: Baskets, awareness: Awareness = Awareness(),
    trial: Trial = Trial(), decision: FirstPurchase = FirstPurchase(),
    feedback: Feedback = Feedback(), participation: ParticipationCost = ParticipationCost(),
    habit: RewardHabit = RewardHabit(), payer: Payer = Payer()
  ) {
    self.name = name
    self.size = size
    self.begins = begins
    self.base = base
    self.purchases = purchases
    self.baskets = baskets
    self.awareness = awareness
    self.trial = trial
    self.decision = decision
    self.feedback = feedback
    self.participation = participation
    self.habit = habit
    self.payer = payer
  }

  public enum Beginning: Sendable, Equatable {
    /// Nobody has bought yet; a share has heard of us.
    case prospects(aware: Double)
    /// Everybody is a customer on day 0, with traits from the segment's distributions.
    case customers
  }
}

/// One of today's customers, summarised from a purchase log, times in days.
public struct TodaysCustomer: Sendable, Equatable {
  /// x, repeat purchases so far.
  public var repeats: Int
  /// tₓ, days from the first to the last purchase.
  public var recency: Double
  /// T, days from the first purchase to today.
  public var age: Double
  /// Mean basket of the repeat purchases in minor units; `nil` without any.
  public var meanBasket: Double?

  /// When the last order was, in days from today on; negative where it was before.
  var lastOrder: Double { recency - age }

  public init(repeats: Int, recency: Double, age: Double, meanBasket: Double?) {
    self.repeats = repeats
    self.recency = recency
    self.age = age
    self.meanBasket = meanBasket
  }
}

/// How often people buy and when they lapse, per day.
///
/// BG/NBD (Fader, Hardie and Lee 2005) or Pareto/NBD (Schmittlein, Morrison and Colombo 1987), by `lapse`.
public struct PurchaseHabits: Sendable, Equatable {
  /// λ ~ Gamma(shape r, rate α days).
  public var shape: Double
  public var rate: Double
  public var lapse: LapseLaw
  /// ζ: satisfaction S moves the logit of the lapse chance, or the logarithm of μ, by −ζ·(S − Q₀).
  public var lapseSensitivity: Double
  /// β: satisfaction S multiplies the purchase intensity by e^{β·(S − Q₀)}.
  public var rateSensitivity: Double

  public init(
    shape: Double, rate: Double, lapse: LapseLaw, lapseSensitivity: Double = 0,
    rateSensitivity: Double = 0
  ) {
    self.shape = shape
    self.rate = rate
    self.lapse = lapse
    self.lapseSensitivity = lapseSensitivity
    self.rateSensitivity = rateSensitivity
  }

  /// BG/NBD.
  public init(
    shape: Double, rate: Double, lapseA: Double, lapseB: Double, firstLapse: Double = 0,
    lapseSensitivity: Double = 0, rateSensitivity: Double = 0
  ) {
    self.init(
      shape: shape, rate: rate,
      lapse: .afterOrders(a: lapseA, b: lapseB, first: .chance(firstLapse)),
      lapseSensitivity: lapseSensitivity, rateSensitivity: rateSensitivity)
  }
}

/// What an order brings: Gamma–Gamma baskets (Fader and Hardie 2013) in minor units, and what it costs.
public struct Baskets: Sendable, Equatable {
  /// Each basket ~ Gamma(p, rate ν), ν ~ Gamma(q, rate γ).
  public var p: Double
  public var q: Double
  /// γ in minor units.
  public var gamma: Double
  /// First baskets are multiplied by this.
  public var firstFactor: Double
  /// Cost of goods as a share of the basket before rewards.
  public var costShare: Double
  /// Cost of serving one order, minor units.
  public var costPerOrder: Int64
  /// Whole orders that go back; `nil` where none does.
  public var returns: Returns?

  public init(
    p: Double, q: Double, gamma: Double, firstFactor: Double = 1, costShare: Double = 0,
    costPerOrder: Int64 = 0
  ) {
    self.p = p
    self.q = q
    self.gamma = gamma
    self.firstFactor = firstFactor
    self.costShare = costShare
    self.costPerOrder = costPerOrder
  }
}
