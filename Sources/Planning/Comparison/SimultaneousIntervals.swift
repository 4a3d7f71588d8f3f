import Experiments
import Statistics

/// Intervals of several paired differences that hold for all of them at once (max-|t|).
struct SimultaneousIntervals {
  /// The two-sided value that all |t| stay below with the asked level.
  let critical: Double

  /// From independent differences, such as those of replications, each plan's in a row.
  ///
  /// `nil` below three of each and where no plan ever differs from the baseline.
  init?(_ differences: [[Double]], level: Double) {
    guard let count = differences.first?.count, count > 2 else { return nil }
    // A plan that always does what the baseline does needs no interval.
    let varying = differences.filter { Moments($0).sumOfSquaredDeviations > 0 }
    guard !varying.isEmpty else { return nil }
    var together = CoMoments(variables: varying.count)
    for replication in 0..<count { together.add(varying.map { $0[replication] }) }
    guard
      let law = try? MaximumT(
        covariance: together.sumsOfProducts, degreesOfFreedom: Double(count - 1))
    else { return nil }
    critical = law.criticalValue(confidence: level)
  }

  /// The interval of a mean that holds together with all the others.
  func interval(of values: [Double]) -> Interval? {
    let moments = Moments(values)
    return moments.standardError.map {
      Interval(center: moments.mean, halfWidth: critical * $0)
    }
  }
}
