import Statistics

/// An arm's quantile against the control's.
public struct QuantileDifference: Sendable, Equatable {
  public let treatment: ArmQuantile
  public let control: ArmQuantile

  /// Of the two quantiles' errors, where arms share clusters; nil where arms are independent.
  private let correlation: Double?

  public init(
    _ treatment: ArmQuantile, against control: ArmQuantile, correlation: Double? = nil
  ) {
    precondition(treatment.level == control.level, "the same quantile of both arms")
    self.treatment = treatment
    self.control = control
    self.correlation = correlation
  }

  /// The difference of the quantiles, with Satterthwaite's degrees of freedom; where arms share clusters,
  /// with those of the arm that has fewer.
  ///
  /// - Throws: `NotEstimable` where values repeat so much that both errors are 0.
  public func difference() throws(NotEstimable) -> Effect {
    try effect(
      treatment.value - control.value, treatment.standardError, control.standardError)
  }

  /// The difference as a share of the control's quantile, with the delta method's error.
  ///
  /// - Throws: `NotEstimable` also where the control's quantile is 0.
  public func lift() throws(NotEstimable) -> Effect {
    guard control.value != 0 else {
      throw NotEstimable("the control's quantile is 0, so that nothing is a share of it")
    }
    let ratio = treatment.value / control.value
    let unit = control.value.magnitude
    let absolute = try difference()
    let relative = try effect(
      absolute.estimate / control.value, treatment.standardError / unit,
      ratio * control.standardError / unit)
    return Effect(
      estimate: relative.estimate, standardError: relative.standardError,
      degreesOfFreedom: absolute.degreesOfFreedom)
  }

  private func effect(
    _ estimate: Double, _ own: Double, _ other: Double
  ) throws(NotEstimable) -> Effect {
    let (a, b) = (own * own, other * other)
    let squared = a + b - 2 * (correlation ?? 0) * own * other
    guard squared > 1e-20 * (a + b) else {
      throw NotEstimable(
        "so many units have the same value that the quantile's error cannot be seen")
    }
    return Effect(
      estimate: estimate, standardError: squared.squareRoot(),
      degreesOfFreedom: correlation == nil
        ? satterthwaite([(a, treatment.degreesOfFreedom), (b, control.degreesOfFreedom)])
        : min(treatment.degreesOfFreedom, control.degreesOfFreedom))
  }
}
