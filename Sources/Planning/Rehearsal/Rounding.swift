/// The same sums made in another order differ in their last digits: what is no larger than that is 0.
func withoutRounding(_ value: Double, of scale: Double) -> Double {
  value.magnitude <= 1e-12 * scale ? 0 : value
}

/// How much higher one sum is than another; exactly 0 where only rounding tells them apart.
func difference(_ value: Double, _ other: Double) -> Double {
  withoutRounding(value - other, of: max(value.magnitude, other.magnitude))
}
