import RealModule
import Statistics

/// The hidden state of one of today's customers, given what the log shows of it.
struct Posterior {
  let customer: TodaysCustomer
  let habits: PurchaseHabits

  /// P(alive | x, tₓ, T).
  var alive: Double {
    switch habits.lapse {
    case .afterOrders(let a, let b, .chance):
      BGNBD(r: habits.shape, alpha: habits.rate, a: a, b: b).probabilityAlive(
        repeats: customer.repeats, recency: customer.recency, age: customer.age)
    case .afterOrders(let a, let b, .own):
      MBGNBD(r: habits.shape, alpha: habits.rate, a: a, b: b).probabilityAlive(
        repeats: customer.repeats, recency: customer.recency, age: customer.age)
    case .inTime(let s, let beta):
      ParetoNBD(r: habits.shape, alpha: habits.rate, s: s, beta: beta).probabilityAlive(
        repeats: customer.repeats, recency: customer.recency, age: customer.age)
    }
  }

  struct State {
    var alive: Bool
    /// λ, orders per day.
    var rate: Double
    /// π, or μ per day where customers leave in time.
    var lapse: Double
  }

  /// Drawn exactly: first whether alive, then when they left if not, then λ and π or μ given that.
  func draw(_ draws: Draws, _ who: Individual) -> State {
    var stream = draws.stream(who, TraitPurpose.alive)
    let isAlive = stream.uniform() < alive
    let x = Double(customer.repeats)
    let end: Double
    let lapseLaw: LapseTrait
    switch habits.lapse {
    case .afterOrders(let a, let b, let first):
      end = isAlive ? customer.age : customer.recency
      // Orders after which they might have left; at the last of them those did who are gone.
      let chances = first == .own ? x + 1 : x
      lapseLaw = .chance(
        Beta(uncheckedA: a + (isAlive ? 0 : 1), b: b + chances - (isAlive ? 0 : 1)))
    case .inTime(let s, let beta):
      end = isAlive ? customer.age : lapseAge(s: s, beta: beta, draws, who)
      lapseLaw = .rate(Gamma(uncheckedShape: s + (isAlive ? 0 : 1), rate: beta + end))
    }
    let rateLaw = Gamma(uncheckedShape: habits.shape + x, rate: habits.rate + end)
    var rateStream = draws.stream(who, TraitPurpose.rate)
    var lapseStream = draws.stream(who, TraitPurpose.lapse)
    return State(
      alive: isAlive, rate: rateLaw.sample(&rateStream), lapse: lapseLaw.sample(&lapseStream))
  }

  /// τ, the age at which a Pareto/NBD customer who is no longer alive left.
  private func lapseAge(
    s: Double, beta: Double, _ draws: Draws, _ who: Individual
  ) -> Double {
    var stream = draws.stream(who, TraitPurpose.lapseTime)
    return LapseIntegral(
      alpha: habits.rate, beta: beta, count: habits.shape + Double(customer.repeats), s: s,
      from: customer.recency, to: customer.age
    ).age(atShare: stream.uniform())
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
