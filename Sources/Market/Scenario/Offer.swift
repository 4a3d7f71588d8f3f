/// Something a plan offers people within a window: what every offer has, and the terms of its kind.
public struct Offer: Sendable, Equatable {
  public var name: String
  private var held: HeldTerms
  public var orders: Orders
  /// Indices of the segments it is for.
  public var segments: [Int]
  /// The audience or community of the plan whose members alone it is for; `nil` for members or not.
  public var members: String?
  /// How long those have not ordered whom it is for; `nil` for whenever they did.
  public var silence: Silence?
  /// Days on which it can be noticed and redeemed.
  public var window: Range<Int>
  /// Whether no end of the window was stated: then what was taken is honoured after the horizon too.
  public var isOpenEnded: Bool
  /// Days it stays live once taken, at most to the end of the window; `nil` for all of it.
  public var validity: Int?
  /// Redemptions per customer; `nil` for every order while it is live.
  public var uses: Int?
  /// Minor units of reward that are never exceeded; `nil` for no limit.
  public var budget: Int64?
  /// Share of the eligible who are kept out.
  public var holdout: Double
  public var participation: Participation
  public var effect: Effect
  public var pullForward: PullForward
  /// Minor units, once, on the first day of the window.
  public var fixedCost: Int64
  /// Minor units that taking part is worth to a customer, where its terms do not say it: a toy costs us less than it
  /// is worth to a child.
  public var worth: Double?
  /// What the offer makes easier.
  public var easing: Easing
  /// The channel or other offer whose messages tell of it; `nil` where people notice it on their own.
  public var announcer: String?
  /// Whom it is meant for, where another pays.
  public var aim = Aim.payer
  /// How others who take part lend it trust; `nil` where nobody looks at them.
  public var socialProof: SocialProof?
  /// How strong rewards hold attention longer; `nil` where all are forgotten alike.
  public var stretch: AttentionStretch?
  /// How claims are checked; `nil` where all are paid.
  public var screening: Screening?
  /// How long rewards on orders are held back; `nil` where they are paid with the order.
  public var holding: Holding?
  /// Whether a reward goes back with what it was given for; `nil` for whatever is usual.
  public var clawsBack: Bool?
  /// Who is let down when it opens; `nil` for nobody.
  public var regret: Regret?

  /// For whom the reward is, where the one who pays is not the one who uses.
  public enum Aim: String, Sendable, CaseIterable { case payer, user }

  /// What it gives, and for what.
  public var terms: any OfferTerms {
    get { held.terms }
    set { held = HeldTerms(terms: newValue) }
  }

  /// Orders it is for.
  public enum Orders: String, Sendable, CaseIterable {
    case first, second
    /// All after the first.
    case repeats
    case every
  }

  public enum Participation: Sendable, Equatable {
    /// Noticing as an eligible customer's k-th day with probability n₁·e^{−k/T_n}, then one decision with noise τ.
    case decided(attention: Double, fading: Double, noise: Double)
    /// Nothing to notice or decide, such as a price cut: every eligible order gets it.
    case automatic
  }

  public enum Effect: Sendable, Equatable {
    /// While live the purchase intensity is multiplied by 1 + lift·g/mean basket.
    case lift(Double)
    /// Multipliers given outright, one a day of the window.
    case multipliers([Double])
  }

  /// After a redemption the purchase intensity is multiplied by 1 − drop for some days.
  public struct PullForward: Sendable, Equatable {
    /// ψ.
    public var drop: Double
    public var days: Int

    public init(drop: Double = 0, days: Int = 0) {
      self.drop = drop
      self.days = days
    }
  }

  public init(
    name: String, terms: any OfferTerms, orders: Orders, segments: [Int], window: Range<Int>,
    isOpenEnded: Bool = false, validity: Int? = nil, uses: Int? = nil, budget: Int64? = nil,
    holdout: Double = 0,
    participation: Participation, effect: Effect, pullForward: PullForward = PullForward(),
    fixedCost: Int64 = 0, worth: Double? = nil, easing: Easing = Easing(), announcer: String? = nil
  ) {
    self.name = name
    held = HeldTerms(terms: terms)
    self.orders = orders
    self.segments = segments
    self.window = window
    self.isOpenEnded = isOpenEnded
    self.validity = validity
    self.uses = uses
    self.budget = budget
    self.holdout = holdout
    self.participation = participation
    self.effect = effect
    self.pullForward = pullForward
    self.fixedCost = fixedCost
    self.worth = worth
    self.easing = easing
    self.announcer = announcer
  }
}
