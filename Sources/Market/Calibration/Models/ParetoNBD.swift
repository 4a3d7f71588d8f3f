internal import RealModule
internal import Statistics

/// Pareto/NBD: purchases at a rate λ ~ Gamma(r, rate α) until an unseen end after a time ~ Exp(μ).
///
/// The rate of ending is μ ~ Gamma(s, rate β). Schmittlein, Morrison and Colombo (1987), "Counting your
/// customers: who are they and what will they do next?", Management Science 33, 1–24. Times are in
/// whatever unit α and β have.
public struct ParetoNBD: PurchaseModel {
  public static let parameterNames = ["r", "alpha", "s", "beta"]

  public let r: Double
  public let alpha: Double
  public let s: Double
  public let beta: Double

  public init(r: Double, alpha: Double, s: Double, beta: Double) {
    precondition(r > 0 && alpha > 0 && s > 0 && beta > 0, "Pareto/NBD has positive parameters")
    self.r = r
    self.alpha = alpha
    self.s = s
    self.beta = beta
  }

  public init(parameters: [Double]) {
    self.init(r: parameters[0], alpha: parameters[1], s: parameters[2], beta: parameters[3])
  }

  public var parameters: [Double] { [r, alpha, s, beta] }

  /// Purchases per unit of time of an average customer who has not lapsed.
  public var meanRate: Double { r / alpha }

  /// How long a new customer stays within a time t, on average.
  ///
  /// The mean of min(lifetime, t) where the lifetime is Pareto with shape s and scale β:
  /// β/(s − 1)·[1 − (β/(β + t))^(s − 1)], without the division by zero at s = 1.
  public func expectedStay(within t: Double) -> Double {
    let logGrowth = Double.log(onePlus: t / beta)
    let fall = (s - 1) * logGrowth
    return fall == 0 ? beta * logGrowth : beta * logGrowth * -.expMinusOne(-fall) / fall
  }

  /// The time after which half of all new customers have left; infinite where too few ever leave.
  public var medianStay: Double { beta * .expMinusOne(.log(2) / s) }

  /// E[X(t)], the repeat purchases expected of a new customer within a time t.
  public func expectedPurchases(within t: Double) -> Double { meanRate * expectedStay(within: t) }

  /// The chance that a customer with this history has not lapsed.
  public func probabilityAlive(repeats x: Int, recency: Double, age: Double) -> Double {
    let count = r + Double(x)
    let lapsed = LapseIntegral(
      alpha: alpha, beta: beta, count: count, s: s, from: recency, to: age)
    let alive = -count * Double.log(alpha + age) - s * .log(beta + age)
    return 1 / (1 + .exp(lapsed.logValue - alive))
  }

  /// It does not depend on recency.
  public func remaining(repeats x: Int, age: Double) -> ParetoNBD {
    ParetoNBD(r: r + Double(x), alpha: alpha + age, s: s, beta: beta + age)
  }

  /// P(X(t) = x), the chance of exactly x repeat purchases of a new customer within t.
  ///
  /// Either the customer lasts beyond t, or ends at some τ with x purchases before; Fader and Hardie
  /// (2006), "Deriving an expression for P(X(t) = x) under the Pareto/NBD model", integrate the second
  /// part in hypergeometric functions, here it is left to quadrature.
  public func probability(of x: Int, within t: Double) -> Double {
    guard x >= 0 else { return 0 }
    guard t > 0 else { return x == 0 ? 1 : 0 }
    let counts = NegativeBinomial(shape: r, rate: alpha)
    let lasting = counts.probability(of: x, within: t) * .exp(-s * .log(onePlus: t / beta))
    let less = min(alpha, beta)
    let width = Double.log(onePlus: t / less)
    let panels = max(4, Int(width.rounded(.up)))
    let ending = (0..<panels).reduce(0.0) { sum, panel in
      sum
        + Self.rule.integral(
          from: width * Double(panel) / Double(panels),
          to: width * Double(panel + 1) / Double(panels)
        ) { v in
          let age = less * .expMinusOne(v)
          let density = s / (beta + age) * .exp(-s * .log(onePlus: age / beta))
          return counts.probability(of: x, within: age) * density * (less + age)
        }
    }
    return lasting + ending
  }

  private static let rule = GaussLegendre(count: 32)
}
