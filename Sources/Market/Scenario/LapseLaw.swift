internal import RealModule

/// When a customer leaves for good, unseen.
public enum LapseLaw: Sendable, Equatable {
  /// BG/NBD: after an order, with a chance of the customer's own.
  ///
  /// After a repeat order π ~ Beta(a, b); after the first one π₁ = `first`, 0 in fitted markets.
  case afterOrders(a: Double, b: Double, first: Double)
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
