import Experiments
import Statistics

extension MetricComparison {
  /// Without the arms in which the outcome has no value before anything is adjusted: an adjustment may
  /// turn a denominator of 0 into next to nothing, and a ratio into anything.
  func refusing(_ moments: MetricMoments?) -> MetricComparison {
    guard let moments else { return self }
    let problems = moments.byArm.map { own -> NotEstimable? in
      guard own.count > 0 else { return nil }
      do throws(NotEstimable) {
        _ = try moments.outcome.value(at: own.means)
        return nil
      } catch {
        return error
      }
    }
    guard problems.contains(where: { $0 != nil }) else { return self }
    return MetricComparison(
      metric, method: method, errors: errors,
      arms.enumerated().map { place, arm in
        let own = problems.indices.contains(place + 1) ? problems[place + 1] : nil
        return (own ?? problems[0]).map { .failure($0) } ?? arm
      })
  }
}
