import RealModule
import Statistics

/// How long people stay.
///
/// A plan moves when and how often people buy; it changes nobody's stay unless satisfaction does.
/// Everybody has one threshold, Exponential(1), which their orders or the days use up: the same law as a coin
/// after every order, and a twin who orders at other times leaves at nearly the same time.
extension JourneyRules {
  /// Somebody is a customer again, with a threshold of a draw of its own.
  func beginStay(
    _ customer: inout Customer, _ who: Individual, at time: Double, purpose: Purpose, index: Int
  ) {
    beginStay(&customer, at: time)
    var stream = draws.stream(who, purpose, index: index)
    customer.patience = Float(stream.exponential())
  }

  /// Somebody is a customer from now on; their threshold is drawn when first needed.
  func beginStay(_ customer: inout Customer, at time: Double) {
    customer.patience = -1
    customer.patienceSince = Float(time)
    customer.lapseFactor = 1
  }

  /// Whether somebody stays after an order; where not, they never buy again.
  ///
  /// What a plan makes of the purchase intensity, m, is taken out again: after an order at m the chance to lapse
  /// is min(1, π/m), so that the hazard of leaving in time is λπ whatever m (exactly while m ≥ π). The chance
  /// after a first order is not divided: nothing but that order itself brings it about. The factor m is that before
  /// the order's own redemption and experience, the excess the satisfaction above the start as it is acted on.
  /// Who has come back leaves after the order they return with as after a first one, or with a chance of its own.
  @inline(__always)
  func stays(
    after number: Int, _ customer: inout Customer, _ who: Individual, at time: Double,
    factor: Double, excess: Double, outside shift: Double = 0, isBackWith back: Comeback? = nil
  ) -> Bool {
    if let chance = back?.lapse { return uses(chance, of: &customer, who) }
    let number = back == nil ? number : 1
    let habits = setting.segment.purchases
    switch habits.lapse {
    case .afterOrders where number == 1:
      return staysAfterFirst(&customer, who, excess: excess, outside: shift)
    case .afterOrders:
      let chance = lapse(&customer, who, shiftedBy: excess, outside: shift)
      return uses(min(1, chance / factor), of: &customer, who)
    case .inTime:
      customer.patience = patience(&customer, who, at: time)
      customer.patienceSince = Float(time)
      if habits.lapseSensitivity != 0 {
        customer.lapseFactor = Float(tempered(-habits.lapseSensitivity * excess))
      }
      return customer.patience > 0
    }
  }

  /// Whether somebody stays after the first order, where that depends on orders.
  @inline(__always)
  func staysAfterFirst(
    _ customer: inout Customer, _ who: Individual, excess: Double, outside shift: Double = 0
  ) -> Bool {
    switch setting.segment.purchases.lapse {
    case .afterOrders(_, _, .chance(let first)):
      uses(first.odds(shiftedBy: shift), of: &customer, who)
    case .afterOrders(_, _, .own):
      uses(lapse(&customer, who, shiftedBy: excess, outside: shift), of: &customer, who)
    case .inTime: true
    }
  }

  /// Takes a chance to lapse out of the threshold.
  ///
  /// - Returns: Whether anything of it is left.
  @inline(__always)
  private func uses(_ chance: Double, of customer: inout Customer, _ who: Individual) -> Bool {
    guard chance > 0 else { return true }
    let threshold = threshold(customer, who)
    // ln(1 − π) is at most −π: whoever that uses up has left without a logarithm.
    guard threshold > Float(chance) else {
      customer.patience = 0
      return false
    }
    customer.patience = threshold + Float(Double.log(onePlus: -chance))
    return customer.patience > 0
  }

  /// Takes the days so far off the threshold of somebody who leaves in time.
  func useDays(until time: Double, _ customer: inout Customer, _ who: Individual) {
    customer.patience = patience(&customer, who, at: time)
    customer.patienceSince = Float(time)
  }

  /// What was left of the threshold when last anything was taken off it.
  @inline(__always)
  private func threshold(_ customer: Customer, _ who: Individual) -> Float {
    guard customer.patience < 0 else { return customer.patience }
    var stream = draws.stream(who, JourneyPurpose.lapse)
    return Float(stream.exponential())
  }

  /// Whether somebody who has not been seen to leave is still a customer.
  @inline(__always)
  func isStillHere(_ customer: inout Customer, _ who: Individual, at time: Double) -> Bool {
    guard customer.stage == .customer else { return false }
    // Who leaves after an order has left with it.
    guard case .inTime = setting.segment.purchases.lapse else { return true }
    return patience(&customer, who, at: time) > 0
  }

  /// What is left of the threshold at a time no order has been seen since, where time uses it up.
  @inline(__always)
  private func patience(_ customer: inout Customer, _ who: Individual, at time: Double) -> Float {
    let days = setting.daysOfStay(from: Double(customer.patienceSince), to: time)
    let hazard = lapse(&customer, who, shiftedBy: 0) * Double(customer.lapseFactor)
    return threshold(customer, who) - Float(hazard * days)
  }

  /// π shifted on the logit scale by −ζ·(S − Q₀) and what is outside, or μ times e to the former; drawn when first needed.
  @inline(__always)
  func lapse(
    _ customer: inout Customer, _ who: Individual, shiftedBy excess: Double,
    outside: Double = 0
  ) -> Double {
    if customer.lapse < 0 { customer.lapse = Float(setting.traits.lapse(draws, who)) }
    let drawn = Double(customer.lapse)
    let habits = setting.segment.purchases
    let shift = -habits.lapseSensitivity * excess + outside - bond
    guard shift != 0 else { return drawn }
    guard case .afterOrders = habits.lapse else { return drawn * tempered(shift) }
    return drawn.odds(shiftedBy: shift)
  }

  /// e to a power; beyond e^±20 nothing is meant, and single precision ends.
  func tempered(_ exponent: Double) -> Double { Double.exp(min(20, max(-20, exponent))) }
}

extension Double {
  /// A chance whose log-odds are shifted.
  fileprivate func odds(shiftedBy shift: Double) -> Double {
    guard shift != 0 else { return self }
    let odds = self / (1 - self) * Double.exp(shift)
    return odds.isFinite ? odds / (1 + odds) : 1
  }
}
