import Experiments
internal import Statistics

extension MetricComparison {
  /// Without the arms in which the outcome has no value before anything is adjusted: an adjustment may
  /// turn a denominator of 0 into next to nothing, and a ratio into anything.
  func refusing(_ moments: MetricMoments?) -> MetricComparison {
    guard let moments else { return self }
    var comparison = self
    for (arm, own) in moments.byArm.enumerated() where own.count > 0 {
      do {
        _ = try moments.outcome.value(at: own.means)
      } catch {
        for place in arm == 0 ? Array(arms.indices) : [arm - 1] {
          comparison.arms[place] = .failure(error)
        }
      }
    }
    return comparison
  }
}
