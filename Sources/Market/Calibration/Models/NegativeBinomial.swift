internal import RealModule

/// Purchases within a time at a rate λ ~ Gamma(shape, rate) that nobody stops.
struct NegativeBinomial: Sendable {
  let shape: Double
  let rate: Double

  func probability(of x: Int, within t: Double) -> Double {
    guard t > 0 else { return x == 0 ? 1 : 0 }
    let x = Double(x)
    return .exp(
      .logGamma(shape + x) - .logGamma(shape) - .logGamma(x + 1)
        - shape * .log(onePlus: t / rate) - x * .log(onePlus: rate / t))
  }

  /// The upper tail, as whichever sum is shorter.
  func probability(ofAtLeast x: Int, within t: Double) -> Double {
    let share = t / (rate + t)
    guard share < 0.99 else {
      return 1 - (0..<x).reduce(0) { $0 + probability(of: $1, within: t) }
    }
    var term = probability(of: x, within: t)
    var sum = 0.0
    var n = Double(x)
    while term > 0x1p-60 * sum {
      sum += term
      term *= (shape + n) / (n + 1) * share
      n += 1
    }
    // Terms may have been shrinking by as little as `share`, so that what is left counts.
    return sum + term / (1 - share)
  }
}
