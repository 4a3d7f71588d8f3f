internal import RealModule

/// BG/BB: at each opportunity a customer buys with a chance P ~ Beta(α, β), until they lapse before one of them.
///
/// The chance to lapse before an opportunity is Θ ~ Beta(γ, δ). Fader, Hardie and Shang (2010),
/// "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science 29, 1086–1108.
public struct BGBB: ParametricModel {
  public static let parameterNames = ["alpha", "beta", "gamma", "delta"]

  public let alpha: Double
  public let beta: Double
  public let gamma: Double
  public let delta: Double

  public init(alpha: Double, beta: Double, gamma: Double, delta: Double) {
    precondition(
      alpha > 0 && beta > 0 && gamma > 0 && delta > 0, "BG/BB has positive parameters")
    self.alpha = alpha
    self.beta = beta
    self.gamma = gamma
    self.delta = delta
  }

  public init(parameters: [Double]) {
    self.init(
      alpha: parameters[0], beta: parameters[1], gamma: parameters[2], delta: parameters[3])
  }

  public var parameters: [Double] { [alpha, beta, gamma, delta] }

  /// The chance that an average customer who has not lapsed takes an opportunity.
  public var meanChance: Double { alpha / (alpha + beta) }

  /// The chance that an average customer lapses before the next opportunity.
  public var meanLapse: Double { gamma / (gamma + delta) }

  /// The chance that a customer with this history has not lapsed by the last opportunity there was.
  public func probabilityAlive(_ row: OpportunityTable.Row) -> Double {
    .exp(logAlive(row, for: 0) - logLikelihood(row))
  }

  /// The opportunities expected to be taken among the next ones; equation 13 as the sum it comes from.
  public func expectedTaken(next: Int, _ row: OpportunityTable.Row) -> Double {
    let chance =
      (alpha + Double(row.taken)) / (alpha + beta + Double(row.opportunities))
    let likelihood = logLikelihood(row)
    return (1...max(1, next)).prefix(next).reduce(0) { sum, ahead in
      sum + chance * .exp(logAlive(row, for: ahead) - likelihood)
    }
  }

  /// ln of the chance of a history; equation 5.
  public func logLikelihood(_ row: OpportunityTable.Row) -> Double {
    let silent = row.opportunities - row.last
    var terms = [logAlive(row, for: 0)]
    for i in 0..<silent {
      let gone = row.last + i
      terms.append(
        Self.rising(alpha, row.taken) + Self.rising(beta, gone - row.taken)
          - Self.rising(alpha + beta, gone) + .log(gamma) + Self.rising(delta, gone)
          - Self.rising(gamma + delta, gone + 1))
    }
    let most = terms.max() ?? 0
    return most + .log(terms.reduce(0) { $0 + .exp($1 - most) })
  }

  /// ln of the chance of a history whose customer is alive through this many opportunities more.
  private func logAlive(_ row: OpportunityTable.Row, for further: Int) -> Double {
    let n = row.opportunities
    return Self.rising(alpha, row.taken) + Self.rising(beta, n - row.taken)
      - Self.rising(alpha + beta, n) + Self.rising(delta, n + further)
      - Self.rising(gamma + delta, n + further)
  }

  /// ln Γ(p + n) − ln Γ(p).
  private static func rising(_ parameter: Double, _ n: Int) -> Double {
    var sum = RisingLogarithm(parameter)
    sum.advance(to: n)
    return sum.value
  }
}
