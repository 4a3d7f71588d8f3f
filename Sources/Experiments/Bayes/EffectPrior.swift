/// What is believed of an effect before the data: a normal distribution.
public struct EffectPrior: Sendable, Equatable {
  public let mean: Double
  public let standardDeviation: Double

  /// In the unit of the effect it is used with.
  public init(mean: Double = 0, standardDeviation: Double) {
    precondition(standardDeviation > 0, "a prior has a spread")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// A belief on relative effects made one on differences, by the control's mean before any adjustment.
  public func absolute(controlMean: Double) -> EffectPrior {
    EffectPrior(
      mean: mean * controlMean.magnitude,
      standardDeviation: standardDeviation * controlMean.magnitude)
  }

  /// A belief on differences made one on relative effects.
  public func relative(controlMean: Double) -> EffectPrior {
    absolute(controlMean: 1 / controlMean)
  }
}
