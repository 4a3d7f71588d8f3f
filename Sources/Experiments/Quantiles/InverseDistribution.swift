import Statistics

extension SortedSample {
  /// The least value whose share of the sample at or below it reaches p: type 1 of Hyndman and Fan.
  ///
  /// Unlike interpolating types it is always a value that was observed.
  func inverseDistribution(_ p: Double) -> Double {
    let position = Double(count) * p
    // n·p may exceed a whole number by rounding alone.
    let whole = position.rounded()
    let rank =
      (position - whole).magnitude <= 4 * Double.ulpOfOne * position
      ? whole : position.rounded(.up)
    return values[min(max(Int(rank) - 1, 0), count - 1)]
  }
}
