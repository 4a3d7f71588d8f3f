internal import RealModule
internal import Statistics

/// BG/NBD: purchases at a rate λ ~ Gamma(r, rate α) until, after one of them, the customer lapses.
///
/// The chance to lapse is π ~ Beta(a, b) after each purchase but the first. Fader, Hardie and Lee
/// (2005), "Counting your customers the easy way", Marketing Science 24, 275–284. Times are in whatever
/// unit α has.
public struct BGNBD: PurchaseModel {
  public static let parameterNames = ["r", "alpha", "a", "b"]

  public let r: Double
  public let alpha: Double
  public let a: Double
  public let b: Double

  public init(r: Double, alpha: Double, a: Double, b: Double) {
    precondition(r > 0 && alpha > 0 && a > 0 && b > 0, "BG/NBD has positive parameters")
    self.r = r
    self.alpha = alpha
    self.a = a
    self.b = b
  }

  public init(parameters: [Double]) {
    self.init(r: parameters[0], alpha: parameters[1], a: parameters[2], b: parameters[3])
  }

  public var parameters: [Double] { [r, alpha, a, b] }

  /// Purchases per unit of time of an average customer who has not lapsed.
  public var meanRate: Double { r / alpha }

  /// The chance that an average customer lapses after a repeat purchase.
  public var meanLapse: Double { a / (a + b) }

  /// E[X(t)], the repeat purchases expected of a new customer within a time t; equation 9.
  ///
  /// With the hypergeometric function after Euler's transformation, which stays in range for long histories.
  public func expectedPurchases(within t: Double) -> Double {
    guard t > 0 else { return 0 }
    let c = a + b - 1
    // The formula is 0/0 at a = 1 and c = 0, and loses digits near them and for short times.
    guard (a - 1).magnitude > 1e-3, c.magnitude > 1e-3, t > 1e-3 * alpha else {
      return expectedByQuadrature(within: t)
    }
    let stretch = (1 - a) * Double.log(onePlus: t / alpha)
    let shrunk = Double.exp(stretch) * .hypergeometric2F1(a - 1, c - r, c, t / (alpha + t))
    // Large a and b take one factor beyond the largest number and the other below the least.
    guard shrunk.isFinite else { return expectedByQuadrature(within: t) }
    return c / (a - 1) * (1 - shrunk)
  }

  /// The chance that a customer with this history has not lapsed; 1 without repeat purchases.
  public func probabilityAlive(repeats x: Int, recency: Double, age: Double) -> Double {
    guard x > 0 else { return 1 }
    return 1
      / (1 + .exp(logOddsLapsed(a / (b + Double(x) - 1), repeats: x, recency: recency, age: age)))
  }

  /// With it E[Y(t)] is equation 10 but for the chance to be alive.
  public func remaining(repeats x: Int, age: Double) -> BGNBD {
    BGNBD(r: r + Double(x), alpha: alpha + age, a: a, b: b + Double(x))
  }

  /// P(X(t) = x), the chance of exactly x repeat purchases of a new customer within t; equation 8.
  public func probability(of x: Int, within t: Double) -> Double {
    guard x >= 0 else { return 0 }
    guard t > 0 else { return x == 0 ? 1 : 0 }
    let staying = (0..<x).reduce(1.0) { $0 * (b + Double($1)) / (a + b + Double($1)) }
    let counts = NegativeBinomial(shape: r, rate: alpha)
    let active = staying * counts.probability(of: x, within: t)
    guard x > 0 else { return active }
    // Lapsed at the x-th purchase: the process without lapses had at least x.
    let lapsing = staying * a / (b + Double(x) - 1)
    return active + lapsing * counts.probability(ofAtLeast: x, within: t)
  }

  /// ln of the odds that a customer has lapsed, given the odds at the last purchase, before the
  /// silence since is known: a/(b + x − 1), or a/(b + x) where the first purchase is a chance to lapse too.
  func logOddsLapsed(_ odds: Double, repeats x: Int, recency: Double, age: Double) -> Double {
    .log(odds) + (r + Double(x)) * .log(onePlus: (age - recency) / (alpha + recency))
  }

  /// The same as an integral over time of the purchase rate: E[λ·e^(−λπu)] at age u.
  private func expectedByQuadrature(within t: Double) -> Double {
    let width = Double.log(onePlus: t / alpha)
    let panels = max(1, Int((width * 2).rounded(.up)))
    let sum = (0..<panels).reduce(0.0) { sum, panel in
      sum
        + Self.rule.integral(
          from: width * Double(panel) / Double(panels),
          to: width * Double(panel + 1) / Double(panels)
        ) { v in
          .exp(v) * .hypergeometric2F1(r + 1, a, a + b, -.expMinusOne(v))
        }
    }
    return r * sum
  }

  private static let rule = GaussLegendre(count: 16)
}
