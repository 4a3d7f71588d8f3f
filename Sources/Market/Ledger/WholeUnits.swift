/// An amount in whole minor units, rounded to the nearest; beyond ±9·10¹⁵ it stays there.
///
/// Up to there a double counts every unit, and sums of a thousand such amounts still fit an `Int64`.
///
/// What is cut off is exact in this range and tells which way to round, without a call of the library for each amount.
@inline(__always)
func wholeUnits(_ amount: Double) -> Int64 {
  let amount = max(-9e15, min(9e15, amount))
  let whole = Int64(amount)
  let cutOff = amount - Double(whole)
  return whole + (cutOff >= 0.5 ? 1 : cutOff <= -0.5 ? -1 : 0)
}
