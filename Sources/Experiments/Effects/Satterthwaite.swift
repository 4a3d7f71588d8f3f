/// Degrees of freedom of a sum of independent variance estimates.
///
/// Satterthwaite, "An approximate distribution of estimates of variance components", Biometrics
/// Bulletin 2, 1946: (Σv)² / Σ(v²/df).
func satterthwaite(_ parts: [(variance: Double, degreesOfFreedom: Double)]) -> Double {
  let whole = parts.reduce(0) { $0 + $1.variance }
  // As shares of the whole, so that no square underflows.
  return 1
    / parts.reduce(0) { sum, part in
      let share = part.variance / whole
      return sum + share * share / part.degreesOfFreedom
    }
}
