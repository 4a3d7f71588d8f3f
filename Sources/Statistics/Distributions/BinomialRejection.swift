internal import RealModule

/// Binomial draws where 10 successes and more are expected: algorithm BTRS of Hörmann, "The generation
/// of binomial random variates", Journal of Statistical Computation and Simulation 46, 1993.
struct BinomialRejection: Sendable {
  private let trials: Double
  private let probability: Double
  private let a: Double
  private let b: Double
  private let alpha: Double
  private let sureBelow: Double
  /// ln P at the mode.
  private let logPeak: Double

  /// - Parameters:
  ///   - trials: How many trials.
  ///   - probability: At most ½, and at least 10 / trials.
  init(trials: Int, probability: Double) {
    self.trials = Double(trials)
    self.probability = probability
    let deviation = (self.trials * probability * (1 - probability)).squareRoot()
    b = 1.15 + 2.53 * deviation
    a = -0.0873 + 0.0248 * b + 0.01 * probability
    alpha = (2.83 + 5.1 / b) * deviation
    sureBelow = 0.92 - 4.2 / b
    let mode = ((self.trials + 1) * probability).rounded(.down)
    logPeak = SaddlePoint.logBinomial(mode, trials: self.trials, probability: probability)
  }

  func sample(_ stream: inout DrawStream) -> Int {
    while true {
      let u = stream.uniform() - 0.5
      let v = stream.uniform()
      let margin = 0.5 - u.magnitude
      let count = ((2 * a / margin + b) * u + trials * probability + 0.5).rounded(.down)
      if margin >= 0.07 && v <= sureBelow { return Int(count) }
      guard count >= 0 && count <= trials else { continue }
      let logRatio = Double.log(v * alpha / (a / (margin * margin) + b))
      let logProbability = SaddlePoint.logBinomial(
        count, trials: trials, probability: probability)
      if logRatio <= logProbability - logPeak { return Int(count) }
    }
  }
}
