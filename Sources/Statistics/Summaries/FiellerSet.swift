/// The ratios that a confidence level does not exclude.
public enum FiellerSet: Equatable, Sendable {
  case bounded(Interval)
  /// Everything but what lies strictly inside the interval.
  case outside(Interval)
  case atLeast(Double)
  case atMost(Double)
  /// Also where the denominator was 0 in every observation.
  case everything

  /// The set of θ + shift.
  public func shifted(by shift: Double) -> FiellerSet {
    func moved(_ interval: Interval) -> Interval {
      Interval(low: interval.low + shift, high: interval.high + shift)
    }
    return switch self {
    case .bounded(let interval): .bounded(moved(interval))
    case .outside(let interval): .outside(moved(interval))
    case .atLeast(let end): .atLeast(end + shift)
    case .atMost(let end): .atMost(end + shift)
    case .everything: .everything
    }
  }

  /// The θ with a·θ² − 2b·θ + c ≤ 0.
  init(quadratic a: Double, halfLinear b: Double, constant c: Double) {
    // b² − a·c, its rounding taken back by fused multiply-adds (Kahan).
    let product = a * c
    let discriminant =
      (-product).addingProduct(b, b) - (-product).addingProduct(a, c)
    if a == 0 {
      self = b > 0 ? .atLeast(c / (2 * b)) : b < 0 ? .atMost(c / (2 * b)) : .everything
      return
    }
    if a < 0 && discriminant <= 0 {
      self = .everything
      return
    }
    // With a > 0 the set holds the estimate, so only rounding can make the discriminant negative.
    let root = max(discriminant, 0).squareRoot()
    let sum = b < 0 ? b - root : b + root
    let ends = sum == 0 ? (0, 0) : (sum / a, c / sum)
    let interval = Interval(low: min(ends.0, ends.1), high: max(ends.0, ends.1))
    self = a > 0 ? .bounded(interval) : .outside(interval)
  }
}
