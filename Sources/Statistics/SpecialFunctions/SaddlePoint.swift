internal import RealModule

/// The two pieces from which densities are built without cancellation: Stirling's error and the deviance.
///
/// Loader, "Fast and accurate computation of binomial probabilities", 2000. Written this way, a gamma
/// or binomial density keeps its relative precision where x·log(x) itself is millions.
enum SaddlePoint {
  /// δ(z) = ln Γ(z) − (z − ½)·ln z + z − ½·ln 2π for z > 0.
  static func stirlingError(_ z: Double) -> Double {
    guard z >= 10 else {
      return .logGamma(z) - (z - 0.5) * .log(z) + z - 0.918_938_533_204_672_8
    }
    // Abramowitz and Stegun (1964), 6.1.41: the terms B₂ₖ / (2k(2k − 1)·z^(2k−1)).
    let s = 1 / (z * z)
    let series =
      1 / 12.0 - s
      * (1 / 360.0 - s
        * (1 / 1260.0 - s
          * (1 / 1680.0 - s
            * (1 / 1188.0 - s * (691 / 360_360.0 - s * (1 / 156.0 - s * 3617 / 122_400))))))
    return series / z
  }

  /// D = k·ln(k/m) + m − k for positive k and m.
  ///
  /// The difference m − k is given apart: the caller may know it better than the rounded m and k tell.
  static func deviance(_ k: Double, about m: Double, difference: Double) -> Double {
    let u = difference / k
    if u > -2 / 3.0 && u < 2 { return k * excessOverLog(u) }
    let ratio = k / m
    // The quotient of extreme arguments may leave the range of normal numbers, their logarithms do not.
    return k * (ratio.isNormal ? .log(ratio) : .log(k) - .log(m)) + difference
  }

  /// u − ln(1 + u) for −⅔ < u < 2, to full relative precision, by the series of the inverse tanh.
  private static func excessOverLog(_ u: Double) -> Double {
    let s = u / (2 + u)
    let square = s * s
    var power = 1.0
    var sum = 1 / 3.0
    var odd = 5.0
    while true {
      power *= square
      let next = sum + power / odd
      if next == sum { break }
      sum = next
      odd += 2
    }
    return s * (u - 2 * square * sum)
  }
}
