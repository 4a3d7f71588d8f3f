public import Statistics

/// An estimated difference with its sampling error: arm minus control, in the metric's unit unless said.
public struct Effect: Sendable, Equatable {
  public let estimate: Double
  public let standardError: Double
  /// Of Student's t; infinite where the normal distribution is meant.
  public let degreesOfFreedom: Double

  public init(estimate: Double, standardError: Double, degreesOfFreedom: Double = .infinity) {
    self.estimate = estimate
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Estimate over standard error.
  public var statistic: Double { estimate / standardError }

  /// The chance of a statistic at least as far out where there is no effect, from the tail itself.
  public func pValue(_ alternative: Alternative = .twoSided) -> Double {
    switch alternative {
    case .twoSided: 2 * upperTail(statistic.magnitude)
    case .greater: upperTail(statistic)
    case .less: upperTail(-statistic)
    }
  }

  /// The effects that a test against this alternative would not reject; one-sided, it is open on one side.
  public func interval(confidence: Double = 0.95, _ alternative: Alternative = .twoSided)
    -> Interval
  {
    let alpha = 1 - confidence
    switch alternative {
    case .twoSided:
      return interval(eachTail: alpha / 2)
    case .greater:
      return Interval(
        low: estimate - criticalValue(upperTail: alpha) * standardError, high: .infinity)
    case .less:
      return Interval(
        low: -.infinity, high: estimate + criticalValue(upperTail: alpha) * standardError)
    }
  }

  /// Two-sided, each side wrong with this chance.
  package func interval(eachTail q: Double) -> Interval {
    Interval(center: estimate, halfWidth: criticalValue(upperTail: q) * standardError)
  }

  private func upperTail(_ t: Double) -> Double {
    StatisticLaw(degreesOfFreedom: degreesOfFreedom).upperTail(t)
  }

  private func criticalValue(upperTail q: Double) -> Double {
    StatisticLaw(degreesOfFreedom: degreesOfFreedom).quantile(upperTail: q)
  }
}

/// Which effects speak against there being none.
public enum Alternative: String, Sendable, CaseIterable {
  case twoSided = "two-sided"
  case greater, less
}
