/// The quantile of a sorted, non-empty sample, linear between order statistics: 0 the least, 1 the
/// greatest value.
///
/// Type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician
/// 50(4), 1996. Shares outside of 0 … 1 are taken for the nearer end.
public func quantile(ofSorted sample: [Double], _ share: Double) -> Double {
  let position = Double(sample.count - 1) * min(1, max(0, share))
  let below = Int(position)
  let weight = position - Double(below)
  // A weight of 0 must not meet an infinite neighbour.
  guard weight > 0 else { return sample[below] }
  return sample[below] + weight * (sample[below + 1] - sample[below])
}
