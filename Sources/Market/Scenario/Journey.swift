internal import RealModule

/// How people hear of us other than by our channels and by being told.
public struct Awareness: Sendable, Equatable {
  /// Organic hazard per day.
  public var organic: Double
  /// Days in which the adstock of contacts halves.
  public var adstockHalfLife: Double
  /// Salience of somebody aware without any contacts, 0 … 1.
  public var salienceFloor: Double
  /// Contacts per head (adstock) at which salience is half way from the floor to 1.
  public var halfSaturation: Double

  public init(
    organic: Double = 0, adstockHalfLife: Double = 7, salienceFloor: Double = 1,
    halfSaturation: Double = 1
  ) {
    self.organic = organic
    self.adstockHalfLife = adstockHalfLife
    self.salienceFloor = salienceFloor
    self.halfSaturation = halfSaturation
  }
}

/// How soon somebody aware tries the product.
public struct Trial: Sendable, Equatable {
  /// Hazard per day at salience 1.
  public var hazard: Double
  /// Days after a "no" in which no new trial happens.
  public var pause: Int

  public init(hazard: Double = 0, pause: Int = 30) {
    self.hazard = hazard
    self.pause = pause
  }
}

/// The decision after a trial: logistic(θ₀ + θ_S·(S − Q₀) + θ_g·g/basket).
public struct FirstPurchase: Sendable, Equatable {
  /// θ₀.
  public var intercept: Double
  /// θ_S.
  public var satisfaction: Double
  /// θ_g.
  public var gain: Double
  /// What those buy of their rate who would not have bought first without g.
  public var rateOfThoseWon: Double

  public init(
    intercept: Double = 0, satisfaction: Double = 0, gain: Double = 0, rateOfThoseWon: Double = 1
  ) {
    self.intercept = intercept
    self.satisfaction = satisfaction
    self.gain = gain
    self.rateOfThoseWon = rateOfThoseWon
  }

  /// The chance to buy, from the satisfaction acted on above the start's, a reward of so much on the mean basket, and what
  /// happens outside, in log-odds.
  func chance(
    excess: Double, gain reward: Double = 0, basket: Double = 1, shift: Double = 0
  ) -> Double {
    let score = intercept + satisfaction * excess + shift + gain * reward / basket
    return 1 / (1 + Double.exp(-score))
  }
}

/// What people say after an experience, and to how many.
public struct Feedback: Sendable, Equatable {
  /// f, the chance of feedback after a trial or an order.
  public var probability: Double
  /// Mean number of people somebody who gives feedback tells.
  public var influence: Double
  /// Share of opinion leaders; their influence is Pareto, tail index 2, mean `leaderInfluence`.
  public var leaders: Double
  public var leaderInfluence: Double
  /// Mean days until somebody is told.
  public var delay: Double
  /// Being told something negative multiplies the trial hazard by 1 − harm.
  public var harm: Double

  public init(
    probability: Double = 0, influence: Double = 0, leaders: Double = 0,
    leaderInfluence: Double = 0, delay: Double = 3, harm: Double = 0
  ) {
    self.probability = probability
    self.influence = influence
    self.leaders = leaders
    self.leaderInfluence = leaderInfluence
    self.delay = delay
    self.harm = harm
  }
}

/// What taking part in an offer costs a customer: κᵢ = κ̄·e^{σ·zᵢ}, in minor units.
public struct ParticipationCost: Sendable, Equatable {
  public var understanding: Double
  public var money: Double
  public var time: Double
  public var trust: Double
  /// σ.
  public var spread: Double

  /// κ̄.
  public var median: Double { understanding + money + time + trust }

  public init(
    understanding: Double = 0, money: Double = 0, time: Double = 0, trust: Double = 0,
    spread: Double = 0
  ) {
    self.understanding = understanding
    self.money = money
    self.time = time
    self.trust = trust
    self.spread = spread
  }
}

/// How much of each part of what taking part costs is taken away, 0 for nothing and 1 for all.
public struct Easing: Sendable, Equatable {
  public var understanding: Double
  public var money: Double
  public var time: Double
  public var trust: Double

  public init(
    understanding: Double = 0, money: Double = 0, time: Double = 0, trust: Double = 0
  ) {
    self.understanding = understanding
    self.money = money
    self.time = time
    self.trust = trust
  }
}

extension Easing {
  /// One on top of the other: each takes its share of what the other leaves.
  func and(_ other: Easing) -> Easing {
    func both(_ one: Double, _ two: Double) -> Double { 1 - (1 - one) * (1 - two) }
    return Easing(
      understanding: both(understanding, other.understanding), money: both(money, other.money),
      time: both(time, other.time), trust: both(trust, other.trust))
  }
}

extension ParticipationCost {
  /// What is left of κ: Σ parts·(1 − eased)/Σ parts.
  func left(by easing: Easing) -> Double {
    guard easing != Easing(), median > 0 else { return 1 }
    let parts = [
      (understanding, easing.understanding), (money, easing.money), (time, easing.time),
      (trust, easing.trust),
    ]
    return parts.reduce(0) { $0 + $1.0 * (1 - $1.1) } / median
  }
}

/// How rewards spoil people: the reference reward A.
public struct RewardHabit: Sendable, Equatable {
  /// η: on a day an offer of value x is seen, A ← A + η·(x − A).
  public var learning: Double
  /// f_A: on other days A ← f_A·A.
  public var fading: Double
  /// w: the gain of an offer of value x is x − w·A.
  public var weight: Double
  /// ρ: while somebody holds no offer, w·A over the mean basket times this is taken off their purchases.
  public var waiting: Double

  /// Whether rewards spoil anybody.
  var isUsed: Bool { weight > 0 && learning > 0 }

  /// Whether anybody waits for the next offer rather than buy at full price.
  var isWaiting: Bool { isUsed && waiting > 0 }

  public init(
    learning: Double = 0, fading: Double = 1, weight: Double = 0, waiting: Double = 0
  ) {
    self.learning = learning
    self.fading = fading
    self.weight = weight
    self.waiting = waiting
  }
}

/// Where the one who pays is not the one who uses (parents, companies).
public struct Payer: Sendable, Equatable {
  /// Share of customers whose payer is somebody else.
  public var share: Double
  /// The fraction of the user's satisfaction, measured from Q₀, that such a payer acts on.
  public var actsOn: Double

  public init(share: Double = 0, actsOn: Double = 1) {
    self.share = share
    self.actsOn = actsOn
  }
}
