/// The quantile of a sorted, non-empty sample: type 7 of Hyndman and Fan, "Sample quantiles in statistical
/// packages", The American Statistician 50(4), 1996.
///
/// Linear between order statistics, 0 the least and 1 the greatest; a share outside is taken for the end.
public func quantile(ofSorted sample: [Double], _ share: Double) -> Double {
  let position = Double(sample.count - 1) * min(1, max(0, share))
  let below = Int(position)
  let weight = position - Double(below)
  // A weight of 0 must not multiply an infinite neighbour.
  guard weight > 0, below + 1 < sample.count else { return sample[below] }
  return sample[below] * (1 - weight) + sample[below + 1] * weight
}
