public import Statistics

/// Two arms' shares of successes compared: treatment minus control, in shares.
public struct ProportionDifference: Sendable, Equatable {
  public let control: Proportion
  public let treatment: Proportion

  public init(_ treatment: Proportion, from control: Proportion) {
    self.control = control
    self.treatment = treatment
  }

  public var estimate: Double { treatment.estimate - control.estimate }

  /// The z test with the share pooled, the error that holds where there is no effect.
  ///
  /// Its intervals are not those of this test: ask ``newcombeInterval(confidence:)`` or
  /// ``miettinenNurminenInterval(confidence:)``.
  ///
  /// - Throws: `NotEstimable` where all units or none succeeded.
  public func pooledTest() throws(NotEstimable) -> Effect {
    let (m, n) = (control.trials, treatment.trials)
    let pooled = (control.successes + treatment.successes) / (m + n)
    guard pooled > 0 && pooled < 1 else {
      throw NotEstimable("all units succeeded, or none")
    }
    let error = (pooled * (1 - pooled) * (1 / m + 1 / n)).squareRoot()
    return Effect(estimate: estimate, standardError: error)
  }

  /// Newcombe, "Interval estimation for the difference between independent proportions: comparison of
  /// eleven methods", Statistics in Medicine 17, 1998, method 10: from the two Wilson intervals.
  public func newcombeInterval(confidence: Double = 0.95) -> Interval {
    let (a, b) = (
      control.wilsonInterval(confidence: confidence),
      treatment.wilsonInterval(confidence: confidence)
    )
    func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    return Interval(
      low: estimate - length(treatment.estimate - b.low, a.high - control.estimate),
      high: estimate + length(b.high - treatment.estimate, control.estimate - a.low))
  }
}
