internal import RealModule

/// The binomial distribution: successes in `trials` independent trials.
public struct Binomial: Sendable {
  public let trials: Int
  public let probability: Double
  private let sampler: Sampler

  private enum Sampler: Sendable {
    case search(none: Double, odds: Double)
    case rejection(BinomialRejection)
  }

  /// Throws unless trials are between 0 and 2⁵³ and the probability between 0 and 1, both allowed.
  public init(trials: Int, probability: Double) throws(ParameterProblem) {
    try ParameterProblem.check("trials", Double(trials), .countable)
    try ParameterProblem.check("probability", probability, .probability)
    self.init(uncheckedTrials: trials, probability: probability)
  }

  /// For parameters known to be valid, where one is built per customer.
  public init(uncheckedTrials trials: Int, probability: Double) {
    self.trials = trials
    self.probability = probability
    // What is rarer, success or failure, is counted; the other is what remains.
    let rarer = min(probability, 1 - probability)
    sampler =
      Double(trials) * rarer < 10
      ? .search(
        none: .exp(Double(trials) * .log(onePlus: -rarer)), odds: rarer / (1 - rarer))
      : .rejection(BinomialRejection(trials: trials, probability: rarer))
  }

  public func sample(_ stream: inout DrawStream) -> Int {
    let count =
      switch sampler {
      case .search(let none, let odds): sampleBySearch(&stream, none, odds)
      case .rejection(let rejection): rejection.sample(&stream)
      }
    return probability <= 0.5 ? count : trials - count
  }

  /// Inversion by sequential search from zero.
  private func sampleBySearch(_ stream: inout DrawStream, _ none: Double, _ odds: Double) -> Int {
    // Beyond 100, where fewer than 10 are expected, P < 1e-60: only rounding gets that far.
    let limit = min(trials, 100)
    while true {
      var rest = stream.uniform()
      var probability = none
      var count = 0
      while rest > probability {
        rest -= probability
        count += 1
        if count > limit { break }
        probability *= odds * Double(trials - count + 1) / Double(count)
      }
      if count <= limit { return count }
    }
  }

  public var mean: Double { Double(trials) * probability }
  public var variance: Double { Double(trials) * probability * (1 - probability) }

  /// P(X ≤ count).
  public func cdf(_ count: Int) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    return tails(count).upper
  }

  /// P(X > count), which does not contain the count itself.
  public func upperTail(_ count: Int) -> Double {
    if count < 0 { return 1 }
    if count >= trials { return 0 }
    return tails(count).lower
  }

  /// The smallest count with P(X ≤ count) ≥ p, for 0 ≤ p ≤ 1.
  public func quantile(_ p: Double) -> Int {
    precondition(p >= 0 && p <= 1, "a quantile is asked for a probability")
    return p <= 0.5 ? firstCount { cdf($0) >= p } : quantile(upperTail: 1 - p)
  }

  /// The smallest count with P(X > count) ≤ q, for 0 ≤ q ≤ 1.
  public func quantile(upperTail q: Double) -> Int {
    precondition(q >= 0 && q <= 1, "a quantile is asked for a probability")
    // A tail that underflows would stop the search short of the last possible count.
    if q == 0 { return probability == 0 ? 0 : trials }
    return firstCount { upperTail($0) <= q }
  }

  /// I_p(count + 1, trials − count), Abramowitz and Stegun (1964), 26.5.24.
  private func tails(_ count: Int) -> IncompleteBeta {
    IncompleteBeta(
      Double(count) + 1, Double(trials - count), at: probability, complement: 1 - probability)
  }

  private func firstCount(where holds: (Int) -> Bool) -> Int {
    firstHolding(near: Int(mean), in: 0...trials, where: holds)
  }

  /// P(X = count).
  public func probability(of count: Int) -> Double {
    guard count >= 0 && count <= trials else { return 0 }
    if probability == 0 { return count == 0 ? 1 : 0 }
    if probability == 1 { return count == trials ? 1 : 0 }
    return .exp(
      SaddlePoint.logBinomial(Double(count), trials: Double(trials), probability: probability))
  }
}
