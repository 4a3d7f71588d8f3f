internal import RealModule

/// Σ over j of the Poisson probability of j times a tail of the j-th of a family of distributions.
///
/// The noncentral χ² and F distributions are such mixtures: Johnson, Kotz and Balakrishnan, "Continuous
/// Univariate Distributions", volume 2, 1995, 29.3 and 30.3. Consecutive tails of their families differ
/// by a known positive term, so the sum goes in the direction in which that term is added; nothing is
/// subtracted, and small tails keep their relative precision. Poisson probabilities and tails are
/// log-concave in j, hence their product rises to one peak and falls.
struct PoissonMixture {
  /// The λ up to which a sum is worth its work, at most some 10⁷ terms.
  static let most = 1e12

  /// λ/2, positive, at most half of ``most``.
  let mean: Double

  /// The sum for tails that grow with j.
  ///
  /// - Parameters:
  ///   - start: A j near the largest products.
  ///   - tail: The j-th tail, computed directly.
  ///   - gain: By how much the next tail is larger.
  /// - Returns: The sum, to about 1e-12 of itself.
  func rising(from start: Double, tail: (Double) -> Double, gain: (Double) -> Double) -> Double {
    let peak = max(0, start.rounded())
    // Where the products no longer count.
    let threshold = product(peak, tail) * 1e-20
    var first = peak
    while first > 0, product(first, tail) > threshold { first = max(0, first - stride) }
    return sum(from: first, step: 1, past: peak, tail(first), gain)
  }

  /// The sum for tails that shrink with j; `gain` is by how much the tail before is larger.
  func falling(from start: Double, tail: (Double) -> Double, gain: (Double) -> Double) -> Double {
    let peak = max(0, start.rounded())
    let threshold = product(peak, tail) * 1e-20
    var last = peak + stride
    while product(last, tail) > threshold { last += stride }
    return sum(from: last, step: -1, past: peak, tail(last), gain)
  }

  private var stride: Double { 2 + (4 * mean.squareRoot()).rounded() }

  private func product(_ j: Double, _ tail: (Double) -> Double) -> Double {
    probability(j) * tail(j)
  }

  private func probability(_ j: Double) -> Double {
    .exp(SaddlePoint.logPoisson(j, mean: mean))
  }

  private func sum(
    from first: Double, step: Double, past peak: Double, _ firstTail: Double,
    _ gain: (Double) -> Double
  ) -> Double {
    var (j, tail, weight, sum) = (first, firstTail, probability(first), 0.0)
    while true {
      let term = weight * tail
      sum += term
      let isPast = step > 0 ? j > peak : j < peak
      if j + step < 0 || (isPast && !(term > sum * 1e-18)) { return sum }
      tail += gain(j)
      // Kept exact where it left the range of normal numbers.
      weight =
        weight.isNormal ? weight * (step > 0 ? mean / (j + 1) : j / mean) : probability(j + step)
      j += step
    }
  }
}
