internal import RealModule

/// MBG/NBD: purchases at a rate λ ~ Gamma(r, rate α) until, after any of them, the customer lapses.
///
/// BG/NBD with one chance more: π ~ Beta(a, b) also after the first purchase, so that somebody may leave at
/// once. Batislam, Denizel and Filiztekin (2007), "Empirical validation and comparison of models for customer
/// base analysis", International Journal of Research in Marketing 24, 201–209. Times are in whatever unit α has.
public struct MBGNBD: PurchaseModel {
  public static let parameterNames = ["r", "alpha", "a", "b"]

  public let r: Double
  public let alpha: Double
  public let a: Double
  public let b: Double

  public init(r: Double, alpha: Double, a: Double, b: Double) {
    precondition(r > 0 && alpha > 0 && a > 0 && b > 0, "MBG/NBD has positive parameters")
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

  /// The chance that an average customer lapses after the first purchase.
  public var meanLapse: Double { a / (a + b) }

  /// E[X(t)]: who stays after the first purchase has π ~ Beta(a, b + 1) and goes on as under BG/NBD.
  public func expectedPurchases(within t: Double) -> Double {
    (1 - meanLapse) * staying.expectedPurchases(within: t)
  }

  /// The chance that a customer with this history has not lapsed.
  public func probabilityAlive(repeats x: Int, recency: Double, age: Double) -> Double {
    // After x repeat purchases and the first there have been as many chances as after x + 1 under BG/NBD.
    1
      / (1
        + .exp(staying.logOddsLapsed(a / (b + Double(x)), repeats: x, recency: recency, age: age)))
  }

  /// P(X(t) = x), the chance of exactly x repeat purchases of a new customer within t.
  public func probability(of x: Int, within t: Double) -> Double {
    (x == 0 ? meanLapse : 0) + (1 - meanLapse) * staying.probability(of: x, within: t)
  }

  /// Who has just bought and not lapsed will do as this says, whatever the history before.
  public func remaining(repeats x: Int, age: Double) -> BGNBD {
    BGNBD(r: r + Double(x), alpha: alpha + age, a: a, b: b + 1 + Double(x))
  }

  /// Those who stay after their first purchase.
  private var staying: BGNBD { BGNBD(r: r, alpha: alpha, a: a, b: b + 1) }
}
