import RealModule

/// The one-sample Kolmogorov–Smirnov test: the largest distance between a sample and a distribution.
public struct KolmogorovSmirnov: Sendable {
  /// D_n, the largest distance between the empirical distribution function and the given one.
  public let distance: Double
  public let count: Int

  /// - Throws: Whatever `cdf` throws.
  public init<Failure: Error>(
    _ sample: [Double], cdf: (Double) throws(Failure) -> Double
  ) throws(Failure) {
    let sorted = sample.sorted()
    count = sorted.count
    var largest = 0.0
    for (place, value) in sorted.enumerated() {
      let probability = try cdf(value)
      largest = max(
        largest, Double(place + 1) / Double(count) - probability,
        probability - Double(place) / Double(count))
    }
    distance = largest
  }

  /// √n·D with Stephens' (1970) correction for finite samples.
  public var scaled: Double {
    let root = Double(count).squareRoot()
    return (root + 0.12 + 0.11 / root) * distance
  }

  /// P(K > x) = 2 Σ (−1)^{k−1} e^{−2k²x²}, the Kolmogorov distribution's upper tail.
  public var pValue: Double {
    let x = scaled
    guard x > 0.2 else { return 1 }
    var sum = 0.0
    for k in 1...100 {
      let term = Double.exp(-2 * Double(k * k) * x * x)
      sum += k.isMultiple(of: 2) ? -term : term
      if term < 1e-17 * abs(sum) { break }
    }
    return min(1, max(0, 2 * sum))
  }
}
