internal import RealModule

/// When a customer leaves for good, unseen.
public enum LapseLaw: Sendable, Equatable {
  /// After an order, with a chance of the customer's own: after a repeat order π ~ Beta(a, b), after the first
  /// one as `first` says.
  case afterOrders(a: Double, b: Double, first: FirstLapse)
  /// Pareto/NBD: at a rate of the customer's own whether they order or not, μ ~ Gamma(s, β days).
  case inTime(s: Double, beta: Double)

  /// The chance per day that somebody leaves who orders λ times a day: πλ, or μ.
  public func hazard(lapse: Double, rate: Double) -> Double {
    switch self {
    case .afterOrders: lapse * rate
    case .inTime: lapse
    }
  }

  /// Discounted orders expected of somebody who has not left, at multiplier 1.
  ///
  /// λ(1 − e^{−(δ+h)τ})/(δ + h), h the hazard of leaving.
  ///
  /// - Parameters:
  ///   - lapse: π, or μ per day.
  ///   - rate: λ, orders per day.
  ///   - discountRate: δ per day.
  ///   - days: τ; `nil` where no day is the last.
  /// - Returns: The orders' number, each worth what it is today.
  public func expectedOrders(
    lapse: Double, rate: Double, discountRate: Double, within days: Double?
  ) -> Double {
    // Rates of very uneven markets underflow to 0: such customers never order.
    guard rate > 0 else { return 0 }
    let decay = discountRate + hazard(lapse: lapse, rate: rate)
    guard let days else { return rate / decay }
    guard decay > 0 else { return rate * days }
    return rate / decay * -Double.expMinusOne(-decay * days)
  }
}

/// The chance that a customer leaves right after the first order.
public enum FirstLapse: Sendable, Equatable {
  /// π₁, the same for everybody; 0 under BG/NBD.
  case chance(Double)
  /// Each customer's own π, as after any other order: MBG/NBD.
  case own
}
