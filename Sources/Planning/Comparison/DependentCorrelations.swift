import RealModule

/// Rank correlations of two things with the same third one, in the same sample.
///
/// Told apart as in Meng, Rosenthal and Rubin (1992), *Comparing correlated correlation coefficients*: by the
/// difference of Fisher's z, whose variance for ranks is 1 + ρ²/2 times that of a plain correlation (Bonett and Wright
/// 2000).
struct DependentCorrelations {
  /// With the third thing, from −1 to 1.
  let first: Double
  let second: Double
  /// With each other.
  let between: Double
  let count: Int

  /// By how many standard errors the first is further from 0 than the second.
  var deviations: Double {
    guard count > 3 else { return 0 }
    // Signs are turned such that both rise with the third.
    let sign = first * second < 0 ? -1.0 : 1.0
    let mean = (first * first + second * second) / 2
    guard mean < 1 else { return 0 }
    let correlation = sign * between
    let factor = min(1, (1 - correlation) / (2 * (1 - mean)))
    let spread = (1 - factor * mean) / (1 - mean) * 2 * (1 - correlation) * (1 + mean / 2)
    guard spread > 0 else { return 0 }
    return (fisher(first) - fisher(second)) * (Double(count - 3) / spread).squareRoot()
  }

  /// A correlation of 1 has no end of its own: it counts as one just short of it.
  private func fisher(_ correlation: Double) -> Double {
    .atanh(min(correlation.magnitude, 1 - 1e-9))
  }
}
