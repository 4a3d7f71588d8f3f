import RealModule

extension Double {
  /// Gauss' hypergeometric function ₂F₁(a, b; c; z) for z < 1.
  ///
  /// Accurate to 1e-12 relative for positive parameters (with one of a, b at most c where z < 0), and
  /// where a and b lie above −1 with |ab| ≤ c. Negative z is mapped to (0, 1) by Pfaff's transformation,
  /// a + b > c may use Euler's (both DLMF 15.8.1). Beyond the reach of the series at 0, Taylor steps of
  /// the hypergeometric equation (DLMF 15.10.1) halve the distance to 1 each, which is as good where
  /// c − a − b is a whole number as elsewhere.
  ///
  /// - Parameters:
  ///   - a: First upper parameter.
  ///   - b: Second upper parameter.
  ///   - c: Lower parameter, not zero or a negative whole number.
  ///   - z: Argument below 1.
  /// - Returns: Not a number outside the domain.
  public static func hypergeometric2F1(
    _ a: Double, _ b: Double, _ c: Double, _ z: Double
  ) -> Double {
    guard z < 1, c > 0 || c != c.rounded() else { return .nan }
    if z == 0 || a == 0 || b == 0 { return 1 }
    guard z < 0 else { return Hypergeometric(a, b, c).value(at: z, complement: 1 - z) }
    // Of the two forms the one without negative parameters, so that all terms have one sign.
    let (kept, mapped) = c - b < 0 && c - a >= 0 ? (b, c - a) : (a, c - b)
    let image = z / (z - 1)
    return .exp(-kept * .log(onePlus: -z))
      * Hypergeometric(kept, mapped, c).value(at: image, complement: 1 / (1 - z))
  }
}

/// The parameters of one hypergeometric function, and how it is evaluated on (0, 1).
private struct Hypergeometric {
  let a: Double
  let b: Double
  let c: Double

  init(_ a: Double, _ b: Double, _ c: Double) {
    self.a = a
    self.b = b
    self.c = c
  }

  /// The value at z, given 1 − z without rounding.
  func value(at z: Double, complement: Double) -> Double {
    let excess = c - a - b
    let cancels = min(a, b) < 0 && (a * b).magnitude > c.magnitude
    if c - a >= 0, c - b >= 0, excess < 0 || cancels {
      return .exp(excess * .log(complement))
        * Hypergeometric(c - a, c - b, c).direct(at: z, complement: complement)
    }
    return direct(at: z, complement: complement)
  }

  private func direct(at z: Double, complement: Double) -> Double {
    // Terms fall like n^(a+b−c−1), which suffices right up to 1 where c exceeds a + b by enough.
    // Otherwise steps begin near enough to 1 that rounding does not call up the second solution,
    // which is singular at 0 like z^(1−c).
    let start = min(0.5, 4 / max(1, c.magnitude))
    guard c - a - b < 8, complement < start else { return series(at: z).value }
    var state = series(at: 1 - start)
    var distance = start
    while distance > complement {
      let next = max(complement, distance / 2)
      step(&state, from: distance, by: distance - next)
      distance = next
    }
    return state.value
  }

  private struct State {
    var value: Double
    var slope: Double
  }

  private func series(at z: Double) -> State {
    var term = 1.0
    var state = State(value: 1, slope: 0)
    var n = 0.0
    while n < 100_000 {
      let coefficient = term * (a + n) * (b + n) / ((c + n) * (n + 1))
      term = coefficient * z
      state.slope += coefficient * (n + 1)
      state.value += term
      n += 1
      if isNegligible(term, coefficient * (n + 1), beside: state) { break }
    }
    return state
  }

  /// Moves from 1 − `distance` towards 1 by `h` ≤ `distance`/2, with the Taylor series there.
  private func step(_ state: inout State, from distance: Double, by h: Double) {
    let z = 1 - distance
    let denominator = z * distance
    let linear = c - (a + b + 1) * z
    // Terms uₙhⁿ of the value, from uₙ₊₂ in terms of uₙ and uₙ₊₁.
    var (first, second) = (state.value, state.slope * h)
    var sum = State(value: first + second, slope: state.slope)
    var n = 0.0
    while n < 10_000 {
      let third =
        ((n + a) * (n + b) * first * h * h - (n + 1) * (n * (1 - 2 * z) + linear) * second * h)
        / (denominator * (n + 1) * (n + 2))
      sum.value += third
      let slope = third * (n + 2) / h
      sum.slope += slope
      (first, second) = (second, third)
      n += 1
      if isNegligible(third, slope, beside: sum) { break }
    }
    state = sum
  }

  private func isNegligible(_ term: Double, _ slope: Double, beside state: State) -> Bool {
    let small = 0x1p-60
    return term.magnitude <= small * state.value.magnitude
      && slope.magnitude <= small * state.slope.magnitude
  }
}
