public import Statistics

/// An estimate with its two uncertainties, which are different things.
public struct Estimate: Sendable, Equatable {
  public var value: Double
  /// How well this was computed: the 95 % Monte Carlo interval; it shrinks with replications.
  public var precision: Interval?
  /// How the market may turn out: where 95 of 100 markets lie, not knowing the value exactly included.
  public var prediction: Interval?
  /// What the variance of such markets is made of; `nil` where nothing is drawn.
  public var sources: VarianceSources?
  /// The replications it was computed from; two make a very wide prediction, and should be spoken of.
  public var replications: Int?

  public init(
    value: Double, precision: Interval?, prediction: Interval?, sources: VarianceSources? = nil,
    replications: Int? = nil
  ) {
    self.value = value
    self.precision = precision
    self.prediction = prediction
    self.sources = sources
    self.replications = replications
  }
}

/// An estimate, or why there is none.
public enum Estimated: Sendable, Equatable {
  case estimate(Estimate)
  case none(String)

  public var estimate: Estimate? {
    if case .estimate(let estimate) = self { estimate } else { nil }
  }
}
