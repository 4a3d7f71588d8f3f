/// An amount in whole minor units, rounded to the nearest; beyond ±9·10¹⁵ it stays there.
///
/// Up to there a double counts every unit, and sums of a thousand such amounts still fit an `Int64`.
func wholeUnits(_ amount: Double) -> Int64 {
  Int64(max(-9e15, min(9e15, amount)).rounded())
}
