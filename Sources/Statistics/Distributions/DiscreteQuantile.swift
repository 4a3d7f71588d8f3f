/// The first count of a range from which on a condition holds, by galloping away from a guess.
///
/// The condition holds at the end of the range. The guess should be where the tails of a distribution
/// are cheap to look at; the cost is a logarithm of the distance.
func firstHolding(near guess: Int, in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
  var holding = range.upperBound
  var failing = range.lowerBound - 1
  var next = min(max(guess, range.lowerBound), range.upperBound)
  var stride = 1
  // Until the condition has been seen on both sides, the stride doubles; then the gap is halved.
  var (seenHolding, seenFailing) = (false, false)
  while holding - failing > 1 {
    if holds(next) {
      (holding, seenHolding) = (next, true)
    } else {
      (failing, seenFailing) = (next, true)
    }
    if seenHolding && seenFailing {
      next = failing + (holding - failing) / 2
    } else {
      next = seenHolding ? max(holding - stride, failing + 1) : min(failing + stride, holding - 1)
      stride *= 2
    }
  }
  return holding
}
