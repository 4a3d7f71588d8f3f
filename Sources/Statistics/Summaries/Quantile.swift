/// The quantile of a sorted, non-empty sample by linear interpolation: type 7 of Hyndman and Fan (1996).
public func quantile(ofSorted sample: [Double], _ share: Double) -> Double {
  let position = Double(sample.count - 1) * min(1, max(0, share))
  let below = Int(position)
  guard below + 1 < sample.count else { return sample[below] }
  return sample[below] + (position - Double(below)) * (sample[below + 1] - sample[below])
}
