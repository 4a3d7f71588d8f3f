internal import RealModule
import Statistics

/// What an experiment that is running can still show: its standard error now says how many units are missing.
public struct MidExperimentPower: Sendable {
  /// The standard error of the effect now.
  public let standardError: Double
  /// In the arms compared, now.
  public let units: Double
  public let alpha: Double
  /// Set where intervals hold at all looks; then it fixes how far an effect must reach.
  public let sequence: ConfidenceSequence?

  /// - Throws: `NotEstimable` unless the standard error and the units are positive and 0 < alpha < 1.
  public init(
    standardError: Double, units: Double, alpha: Double = 0.05, sequence: ConfidenceSequence? = nil
  ) throws(NotEstimable) {
    try PowerDomain.check(alpha: alpha)
    guard standardError > 0, standardError.isFinite, units > 0, units.isFinite else {
      throw NotEstimable("there is no standard error yet to go on from")
    }
    self.standardError = standardError
    self.units = units
    self.alpha = alpha
    self.sequence = sequence
  }

  /// The chance of a finding with `factor` times the units there are now.
  public func power(effect: Double, factor: Double = 1) throws(NotEstimable) -> Double {
    let critical =
      sequence?.multiplier(units: units * factor) ?? -Double.normalQuantile(alpha / 2)
    return try Rejection(criticalValue: critical, alternative: .twoSided)
      .chance(shift: effect / standardError * factor.squareRoot())
  }

  /// Units still to come before the effect has the power asked; 0 where they are there already.
  public func furtherUnits(effect: Double, power: Double) throws(NotEstimable) -> Double {
    try PowerDomain.check(power: power, alpha: alpha)
    try PowerDomain.check(effect: effect)
    let factor = try PowerDomain.solve(from: 1, about: 2, for: power) {
      factor throws(NotEstimable) in try self.power(effect: effect, factor: factor)
    }
    return (factor - 1) * units
  }
}
