internal import RealModule

/// Poisson draws for means of 10 and more: algorithm PTRS of Hörmann, "The transformed rejection method
/// for generating Poisson random variables", Insurance: Mathematics and Economics 12(1), 1993.
struct PoissonRejection: Sendable {
  private let mean: Double
  private let a: Double
  private let b: Double
  private let inverseAlpha: Double
  private let sureBelow: Double

  init(mean: Double) {
    self.mean = mean
    b = 0.931 + 2.53 * mean.squareRoot()
    a = -0.059 + 0.02483 * b
    inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    sureBelow = 0.9277 - 3.6224 / (b - 2)
  }

  func sample(_ stream: inout DrawStream) -> Int {
    while true {
      let u = stream.uniform() - 0.5
      let v = stream.uniform()
      let margin = 0.5 - u.magnitude
      let count = ((2 * a / margin + b) * u + mean + 0.43).rounded(.down)
      if margin >= 0.07 && v <= sureBelow { return Int(count) }
      if count < 0 || (margin < 0.013 && v > margin) { continue }
      let logRatio = Double.log(v * inverseAlpha / (a / (margin * margin) + b))
      if logRatio <= SaddlePoint.logPoisson(count, mean: mean) { return Int(count) }
    }
  }
}
