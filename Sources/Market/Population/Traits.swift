import RealModule
import Statistics

/// What a draw of the population is for.
enum TraitPurpose {
  @inline(__always) static var rate: Purpose { Purpose(fixed: "trait.rate") }
  @inline(__always) static var lapse: Purpose { Purpose(fixed: "trait.lapse") }
  @inline(__always) static var basket: Purpose { Purpose(fixed: "trait.basket") }
  @inline(__always) static var participation: Purpose { Purpose(fixed: "trait.participation") }
  @inline(__always) static var leader: Purpose { Purpose(fixed: "trait.leader") }
  @inline(__always) static var payer: Purpose { Purpose(fixed: "trait.payer") }
  @inline(__always) static var aware: Purpose { Purpose(fixed: "trait.aware") }
  @inline(__always) static var alive: Purpose { Purpose(fixed: "trait.alive") }
  @inline(__always) static var lapseTime: Purpose { Purpose(fixed: "trait.lapse time") }
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
