internal import RealModule

/// The Poisson distribution: the number of events where `mean` are expected.
public struct Poisson: Sendable {
  public let mean: Double
  private let sampler: Sampler

  private enum Sampler: Sendable {
    case search(zero: Double)
    case rejection(PoissonRejection)
  }

  /// Throws unless the mean is between 0 and 2⁵³.
  public init(mean: Double) throws(ParameterProblem) {
    try ParameterProblem.check("mean", mean, .countable)
    self.init(uncheckedMean: mean)
  }

  /// For a mean known to be valid, where one is built per customer.
  @inline(__always)
  public init(uncheckedMean mean: Double) {
    self.mean = mean
    sampler = mean < 10 ? .search(zero: .exp(-mean)) : .rejection(PoissonRejection(mean: mean))
  }

  public func sample(_ stream: inout DrawStream) -> Int {
    switch sampler {
    case .search(let zero): sampleBySearch(&stream, zero)
    case .rejection(let rejection): rejection.sample(&stream)
    }
  }

  /// Inversion by sequential search from zero.
  private func sampleBySearch(_ stream: inout DrawStream, _ zero: Double) -> Int {
    while true {
      var rest = stream.uniform()
      var probability = zero
      var count = 0
      while rest > probability {
        rest -= probability
        count += 1
        probability *= mean / Double(count)
        // P(X ≥ 100) < 1e-60 here: only the rounding of a uniform next to 1 gets that far.
        if count == 100 { break }
      }
      if count < 100 { return count }
    }
  }

  public var variance: Double { mean }

  /// P(X ≤ count).
  public func cdf(_ count: Int) -> Double {
    count < 0 ? 0 : .regularizedGammaQ(Double(count) + 1, mean)
  }

  /// P(X > count), which does not contain the count itself.
  public func upperTail(_ count: Int) -> Double {
    count < 0 ? 1 : .regularizedGammaP(Double(count) + 1, mean)
  }

  /// The smallest count with P(X ≤ count) ≥ p, for 0 ≤ p < 1.
  public func quantile(_ p: Double) -> Int {
    precondition(p >= 0 && p < 1, "a Poisson quantile is finite for 0 ≤ p < 1 only")
    return p <= 0.5 ? firstCount { cdf($0) >= p } : quantile(upperTail: 1 - p)
  }

  /// The smallest count with P(X > count) ≤ q, for 0 < q ≤ 1.
  public func quantile(upperTail q: Double) -> Int {
    precondition(q > 0 && q <= 1, "a Poisson quantile is finite for 0 < q ≤ 1 only")
    return firstCount { upperTail($0) <= q }
  }

  private func firstCount(where holds: (Int) -> Bool) -> Int {
    firstHolding(near: Int(mean), in: 0...(1 << 60), where: holds)
  }

  /// P(X = count).
  public func probability(of count: Int) -> Double {
    guard count >= 0 else { return 0 }
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    return .exp(SaddlePoint.logPoisson(Double(count), mean: mean))
  }
}
