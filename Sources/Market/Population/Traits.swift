import RealModule
import Statistics

/// What a draw of the population is for.
enum TraitPurpose {
  static let rate = Purpose("trait.rate")
  static let lapse = Purpose("trait.lapse")
  static let basket = Purpose("trait.basket")
  static let participation = Purpose("trait.participation")
  static let leader = Purpose("trait.leader")
  static let payer = Purpose("trait.payer")
  static let aware = Purpose("trait.aware")
  static let alive = Purpose("trait.alive")
  static let lapseTime = Purpose("trait.lapse time")
}

/// The distributions of one segment's traits, ready to draw from.
///
/// Every trait is a pure function of the customer: it is drawn when first needed, under any plan the same.
struct Traits: Sendable {
  let habits: PurchaseHabits
  let baskets: Baskets
  let participation: ParticipationCost
  let feedback: Feedback
  let payer: Payer
  private let rateLaw: Gamma
  private let lapseLaw: LapseTrait
  private let basketLaw: Gamma

  init(_ segment: Segment) {
    habits = segment.purchases
    baskets = segment.baskets
    participation = segment.participation
    feedback = segment.feedback
    payer = segment.payer
    rateLaw = Gamma(uncheckedShape: habits.shape, rate: habits.rate)
    lapseLaw = LapseTrait(habits.lapse)
    basketLaw = Gamma(uncheckedShape: baskets.q, rate: baskets.gamma)
  }

  /// λ, orders per day.
  @inline(__always)
  func rate(_ draws: Draws, _ who: Individual) -> Double {
    var stream = draws.stream(who, TraitPurpose.rate)
    return rateLaw.sample(&stream)
  }

  /// π, or μ per day where customers leave in time.
  @inline(__always)
  func lapse(_ draws: Draws, _ who: Individual) -> Double {
    var stream = draws.stream(who, TraitPurpose.lapse)
    return lapseLaw.sample(&stream)
  }

  /// ν per minor unit.
  @inline(__always)
  func basketRate(_ draws: Draws, _ who: Individual) -> Double {
    var stream = draws.stream(who, TraitPurpose.basket)
    return basketLaw.sample(&stream)
  }

  /// κ in minor units.
  func participationCost(_ draws: Draws, _ who: Individual) -> Double {
    var stream = draws.stream(who, TraitPurpose.participation)
    return participation.median * Double.exp(participation.spread * stream.normal())
  }

  /// Mean number of people told after an experience.
  func influence(_ draws: Draws, _ who: Individual) -> Double {
    guard feedback.leaders > 0 else { return feedback.influence }
    var stream = draws.stream(who, TraitPurpose.leader)
    guard stream.uniform() < feedback.leaders else { return feedback.influence }
    // Pareto with tail index 2: its mean is twice its minimum.
    return feedback.leaderInfluence / 2 / stream.uniform().squareRoot()
  }

  /// The fraction of the user's satisfaction that the one who pays acts on.
  func actsOn(_ draws: Draws, _ who: Individual) -> Double {
    guard payer.share > 0 else { return 1 }
    var stream = draws.stream(who, TraitPurpose.payer)
    return stream.uniform() < payer.share ? payer.actsOn : 1
  }
}
