import RealModule
import Statistics

/// The hidden state of one of today's customers, given what the log shows of it.
struct Posterior {
  let customer: TodaysCustomer
  let habits: PurchaseHabits

  /// P(alive | x, tₓ, T) under BG/NBD (Fader, Hardie and Lee 2008, "Computing P(alive) using the BG/NBD model").
  var alive: Double {
    guard customer.repeats > 0 else { return 1 }
    let x = Double(customer.repeats)
    // The ratio of the weights B(a+1, b+x−1)·(α+tₓ)^{−(r+x)} : B(a, b+x)·(α+T)^{−(r+x)}.
    let odds =
      habits.lapseA / (habits.lapseB + x - 1)
      * Double.pow(
        (habits.rate + customer.age) / (habits.rate + customer.recency), habits.shape + x)
    return 1 / (1 + odds)
  }

  struct State {
    var alive: Bool
    var rate: Double
    var lapse: Double
  }

  /// Drawn exactly: first whether alive, then λ and π given that.
  func draw(_ draws: Draws, _ who: Individual) -> State {
    var stream = draws.stream(who, TraitPurpose.alive)
    let isAlive = stream.uniform() < alive
    let x = Double(customer.repeats)
    let rateLaw = Gamma(
      uncheckedShape: habits.shape + x,
      rate: habits.rate + (isAlive ? customer.age : customer.recency))
    let lapseLaw = Beta(
      uncheckedA: habits.lapseA + (isAlive ? 0 : 1), b: habits.lapseB + x - (isAlive ? 0 : 1))
    var rateStream = draws.stream(who, TraitPurpose.rate)
    var lapseStream = draws.stream(who, TraitPurpose.lapse)
    return State(
      alive: isAlive, rate: rateLaw.sample(&rateStream), lapse: lapseLaw.sample(&lapseStream))
  }

  /// ν given x baskets of mean z̄: Gamma(q + p·x, rate γ + x·z̄).
  static func basketRate(
    _ customer: TodaysCustomer, _ baskets: Baskets, _ draws: Draws, _ who: Individual
  ) -> Double {
    let x = customer.meanBasket == nil ? 0 : Double(customer.repeats)
    let law = Gamma(
      uncheckedShape: baskets.q + baskets.p * x,
      rate: baskets.gamma + x * (customer.meanBasket ?? 0))
    var stream = draws.stream(who, TraitPurpose.basket)
    return law.sample(&stream)
  }
}
