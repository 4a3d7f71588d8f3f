internal import RealModule
import Statistics

/// The power of a comparison of two proportions, by the normal distribution.
public struct ProportionPower: Sendable {
  /// What the standard error of the difference is taken from.
  public enum Form: Sendable, CaseIterable {
    /// Under no effect the pooled proportion, as the usual z test does: Fleiss, Levin and Paik,
    /// "Statistical Methods for Rates and Proportions", 2003, 4.2.
    case pooled
    /// Each group's own proportion throughout.
    case unpooled
    /// The difference of the arcsines of the roots, whose variance depends on no proportion: Cohen 1988.
    case arcsine
  }

  public let form: Form
  public let alpha: Double
  public let alternative: Alternative
  /// Units of the second group per unit of the first.
  public let ratio: Double

  /// - Throws: `NotEstimable` unless 0 < alpha < 1 and the ratio is positive.
  public init(
    _ form: Form = .pooled, alpha: Double = 0.05, alternative: Alternative = .twoSided,
    ratio: Double = 1
  ) throws(NotEstimable) {
    try PowerDomain.check(alpha: alpha)
    guard ratio > 0, ratio.isFinite else {
      throw NotEstimable("the groups' sizes are in no positive ratio")
    }
    self.form = form
    self.alpha = alpha
    self.alternative = alternative
    self.ratio = ratio
  }

  /// The chance of a finding with so many units in the first group.
  public func power(from p: Double, to q: Double, first: Double) throws(NotEstimable) -> Double {
    let errors = try StandardErrors(form, p, q, ratio: ratio)
    return try Rejection(alpha: alpha, alternative: alternative)
      .chance(
        shift: errors.effect * first.squareRoot() / errors.real,
        stretch: errors.assumed / errors.real)
  }

  /// Units in the first group, not rounded, that give a power.
  public func size(from p: Double, to q: Double, power: Double) throws(NotEstimable) -> Double {
    try PowerDomain.check(power: power, alpha: alpha)
    let about = try textbookSize(from: p, to: q, power: power)
    return try PowerDomain.solve(from: min(about, 1) / 1e6, about: about, for: power) {
      first throws(NotEstimable) in try self.power(from: p, to: q, first: first)
    }
  }

  /// The size by the formula of textbooks, which leaves out findings in the wrong direction.
  public func textbookSize(
    from p: Double, to q: Double, power: Double
  ) throws(NotEstimable) -> Double {
    let errors = try StandardErrors(form, p, q, ratio: ratio)
    try PowerDomain.check(effect: errors.effect, alternative)
    let critical = Rejection(alpha: alpha, alternative: alternative).criticalValue
    let reach = critical * errors.assumed + Double.normalQuantile(power) * errors.real
    return reach * reach / (errors.effect * errors.effect)
  }

  /// Cohen's h.
  public static func arcsineDifference(from p: Double, to q: Double) -> Double {
    2 * Double.asin(q.squareRoot()) - 2 * Double.asin(p.squareRoot())
  }
}

extension ProportionPower {
  /// An effect and the standard errors of its estimate with one unit in the first group.
  struct StandardErrors {
    let effect: Double
    /// What the test takes it to be.
    let assumed: Double
    /// Where there is the effect.
    let real: Double

    init(_ form: Form, _ p: Double, _ q: Double, ratio: Double) throws(NotEstimable) {
      guard p > 0, p < 1, q >= 0, q <= 1 else {
        throw NotEstimable("a proportion must lie between 0 and 1")
      }
      guard form != .arcsine else {
        effect = ProportionPower.arcsineDifference(from: p, to: q)
        (assumed, real) = ((1 + 1 / ratio).squareRoot(), (1 + 1 / ratio).squareRoot())
        return
      }
      effect = q - p
      real = (p * (1 - p) + q * (1 - q) / ratio).squareRoot()
      let common = (p + ratio * q) / (1 + ratio)
      assumed =
        form == .pooled ? (common * (1 - common) * (1 + 1 / ratio)).squareRoot() : real
    }
  }
}
