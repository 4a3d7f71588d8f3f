internal import RealModule

/// ln Γ(p + n) − ln Γ(p) as the sum of ln(p + i), i < n, with its derivatives, for n in ascending order.
///
/// Exact differences: the gamma functions themselves would cancel where p is large.
struct RisingLogarithm {
  let parameter: Double
  private var count = 0
  private(set) var value = 0.0
  private(set) var slope = 0.0
  private(set) var curvature = 0.0

  init(_ parameter: Double) { self.parameter = parameter }

  mutating func advance(to n: Int) {
    while count < n {
      let factor = parameter + Double(count)
      value += .log(factor)
      slope += 1 / factor
      curvature -= 1 / (factor * factor)
      count += 1
    }
  }
}
