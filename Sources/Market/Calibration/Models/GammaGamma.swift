/// Gamma–Gamma: a customer's baskets ~ Gamma(p, rate ν), ν ~ Gamma(q, rate γ) over customers.
///
/// Independent of how often they buy. Fader and Hardie (2013), "The Gamma-Gamma model of monetary
/// value". Amounts are in whatever unit γ has.
public struct GammaGamma: ParametricModel {
  public static let parameterNames = ["p", "q", "gamma"]

  public let p: Double
  public let q: Double
  public let gamma: Double

  public init(p: Double, q: Double, gamma: Double) {
    precondition(p > 0 && q > 0 && gamma > 0, "Gamma–Gamma has positive parameters")
    self.p = p
    self.q = q
    self.gamma = gamma
  }

  public init(parameters: [Double]) {
    self.init(p: parameters[0], q: parameters[1], gamma: parameters[2])
  }

  public var parameters: [Double] { [p, q, gamma] }

  /// pγ/(q − 1), the mean basket over customers; nil where q ≤ 1 and it is infinite.
  public var meanBasket: Double? { q > 1 ? p * gamma / (q - 1) : nil }

  /// The mean basket expected of a customer whose x repeat purchases averaged `meanBasket`; equation 5.
  ///
  /// - Returns: nil where it is infinite, px + q ≤ 1.
  public func expectedBasket(repeats x: Int, meanBasket: Double) -> Double? {
    let count = p * Double(x)
    guard count + q > 1 else { return nil }
    return p * (gamma + Double(x) * meanBasket) / (count + q - 1)
  }
}
