import Statistics

/// An experiment being planned: how many units it needs, what it can see, and how surely.
///
/// Every arm is compared with the control. Means are tested by Welch's t test,
/// rates by the z test with the pooled rate. Adjustment for covariates, clusters and looks change how many
/// units are worth one: ×(1 − R²), the design effect, the inflation of planned looks. With more than two
/// arms the critical value is Dunnett's.
public struct PowerAnalysis: Sendable {
  public let baseline: Baseline
  public let allocation: Allocation
  /// The chance of any finding where there is no effect.
  public let alpha: Double
  /// One-sided, the test looks in the direction of the effect only.
  public let isTwoSided: Bool
  /// R²: the share of the variance that covariates from before the experiment explain.
  public let explained: Double
  public let clustering: Clustering?
  public let looks: PlannedLooks?
  /// Where it is not a difference, effects are margins, and the test is one-sided.
  public let goal: PowerGoal

  /// - Throws: `NotEstimable` for figures that no experiment has.
  public init(
    _ baseline: Baseline, allocation: Allocation, alpha: Double = 0.05, isTwoSided: Bool = true,
    explained: Double = 0, clustering: Clustering? = nil, looks: PlannedLooks? = nil,
    goal: PowerGoal = .difference
  ) throws(NotEstimable) {
    try PowerDomain.check(alpha: alpha)
    guard goal == .difference || looks == nil else {
      throw NotEstimable(
        "looks before the end are planned for differences, not for \(goal.rawValue)")
    }
    guard explained >= 0, explained < 1 else {
      throw NotEstimable("covariates explain a share of the variance from 0 to below 1")
    }
    switch baseline {
    case .mean(let mean, let deviation):
      guard mean.isFinite, deviation > 0, deviation.isFinite else {
        throw NotEstimable("the standard deviation of the metric must be positive")
      }
    case .rate(let rate):
      guard rate > 0, rate < 1 else { throw NotEstimable("a rate must lie between 0 and 1") }
    }
    self.baseline = baseline
    self.allocation = allocation
    self.alpha = alpha
    self.isTwoSided = isTwoSided && goal == .difference
    self.goal = goal
    self.explained = explained
    self.clustering = clustering
    self.looks = looks
  }

  /// The chance that an arm with this effect is found to differ.
  ///
  /// - Parameters:
  ///   - effect: Arm minus control, in the metric's unit.
  ///   - control: Units in the control, not necessarily whole.
  /// - Returns: The chance, for one arm.
  /// - Throws: `NotEstimable` where there are too few units, or no such rate.
  public func power(effect: Double, control: Double) throws(NotEstimable) -> Double {
    try checkMargin(effect)
    let errors = try standardErrors(effect)
    let freedom = try degreesOfFreedom(control)
    let full = effect.magnitude * (control / unitsPerUnit).squareRoot() / errors.real
    let inflation = looks?.inflation(drift: full) ?? 1
    let one = try rejection(freedom).chance(
      shift: full / inflation.squareRoot(), stretch: errors.assumed / errors.real)
    return max(0, goal.chance(ofOne: one))
  }

  /// A rate cannot be worse by more than all of it.
  private func checkMargin(_ margin: Double) throws(NotEstimable) {
    guard goal != .difference, case .rate(let rate) = baseline, margin.magnitude >= rate else {
      return
    }
    throw NotEstimable(
      "the margin is as large as the rate itself, so that there is nothing to show")
  }

  /// Units in the control, not rounded, that give a power.
  public func controlUnits(effect: Double, power: Double) throws(NotEstimable) -> Double {
    try PowerDomain.check(power: power, alpha: alpha)
    try PowerDomain.check(effect: effect)
    try checkMargin(effect)
    let errors = try standardErrors(effect)
    let inflation = try looks?.inflation(power: power) ?? 1
    let unit = errors.real / effect
    return try PowerDomain.solve(
      from: leastControl, about: try textbookUnits(effect: effect, power: power),
      for: goal.powerOfOne(power)
    ) { control throws(NotEstimable) in
      let shift = (control / (unitsPerUnit * inflation)).squareRoot() / unit.magnitude
      return try rejection(try degreesOfFreedom(control)).chance(
        shift: shift, stretch: errors.assumed / errors.real)
    }
  }

  /// Units in the control by the formula of textbooks, which takes the variance for known.
  ///
  /// (c·σ₀ + z·σ₁)² / δ² times what a unit without adjustment, clusters and looks is worth; c is the critical
  /// value of the normal distribution, σ₀ and σ₁ the standard errors of δ with one unit in the control
  /// that the test takes and that are, z the quantile of the power.
  public func textbookUnits(effect: Double, power: Double) throws(NotEstimable) -> Double {
    try PowerDomain.check(power: power, alpha: alpha)
    try PowerDomain.check(effect: effect)
    let errors = try standardErrors(effect)
    let critical = try rejection(.infinity).criticalValue
    let reached = Double.normalQuantile(goal.powerOfOne(power))
    let reach = (critical * errors.assumed + reached * errors.real) / effect
    return reach * reach * unitsPerUnit * (try looks?.inflation(power: power) ?? 1)
  }

  /// The smallest effect that has a power, positive or, `downward`, negative; in the metric's unit.
  public func detectableEffect(
    control: Double, power: Double, downward: Bool = false
  ) throws(NotEstimable) -> Double {
    try PowerDomain.check(power: power, alpha: alpha)
    let sign: Double = downward ? -1 : 1
    let power = goal.powerOfOne(power)
    let rejection = try rejection(try degreesOfFreedom(control))
    let worth = control / (unitsPerUnit * (try looks?.inflation(power: power) ?? 1))
    func reached(_ size: Double) throws(NotEstimable) -> Double {
      let errors = try standardErrors(sign * size)
      return try rejection.chance(
        shift: size * worth.squareRoot() / errors.real, stretch: errors.assumed / errors.real)
    }
    switch baseline {
    case .mean(_, let deviation):
      let unit = deviation * ((1 + 1 / allocation.ratio) / worth).squareRoot()
      return sign
        * (try PowerDomain.solve(from: 0, about: 3 * unit, for: power) {
          size throws(NotEstimable) in try reached(size)
        })
    case .rate(let rate):
      let room = downward || goal != .difference ? rate : 1 - rate
      guard try reached(room) >= power else {
        throw NotEstimable(
          "with so few units not even a rate of \(downward ? 0 : 1) is seen that surely")
      }
      return sign
        * (try PowerDomain.root(from: 0, to: room, for: power) {
          size throws(NotEstimable) in try reached(size)
        })
    }
  }

  /// Units that bring as much as one would without adjustment and clusters.
  public var unitsPerUnit: Double { (1 - explained) * (clustering?.designEffect ?? 1) }

  private func rejection(_ degreesOfFreedom: Double) throws(NotEstimable) -> Rejection {
    let alternative: Alternative = isTwoSided ? .twoSided : .greater
    guard allocation.comparisons > 1, goal == .difference else {
      // Margins of several arms are corrected by Holm, whose first step is Bonferroni's.
      return Rejection(
        alpha: alpha / Double(goal == .difference ? 1 : allocation.comparisons),
        alternative: alternative, degreesOfFreedom: degreesOfFreedom)
    }
    let dunnett = try Dunnett(
      controlVariance: 1,
      armVariances: Array(repeating: 1 / allocation.ratio, count: allocation.comparisons),
      degreesOfFreedom: degreesOfFreedom, alternative: alternative)
    return Rejection(
      criticalValue: dunnett.criticalValue(confidence: 1 - alpha), alternative: alternative,
      degreesOfFreedom: degreesOfFreedom)
  }

  /// Of the difference between an arm and the control, with one unit in the control.
  private func standardErrors(
    _ effect: Double
  ) throws(NotEstimable) -> (assumed: Double, real: Double) {
    switch baseline {
    case .mean(_, let deviation):
      let error = deviation * (1 + 1 / allocation.ratio).squareRoot()
      return (error, error)
    case .rate(let rate):
      let errors = try ProportionPower.StandardErrors(
        .pooled, rate, goal == .difference ? rate + effect : rate, ratio: allocation.ratio)
      return (errors.assumed, errors.real)
    }
  }

  /// Of Welch's test of two groups with one variance; the z test of rates has none.
  ///
  /// Groups count what is randomised: units, or clusters.
  private func degreesOfFreedom(_ control: Double) throws(NotEstimable) -> Double {
    if case .rate = baseline, clustering == nil { return .infinity }
    if control.isInfinite { return .infinity }
    let first = control / (clustering?.meanSize ?? 1)
    let second = first * allocation.ratio
    guard first > 1, second > 1 else { throw PowerDomain.tooFew }
    let sum = 1 / first + 1 / second
    return sum * sum
      / (1 / (first * first * (first - 1)) + 1 / (second * second * (second - 1)))
  }

  /// Units in the control with which a test is just possible: three halves in the smaller group.
  private var leastControl: Double {
    1.5 * (clustering?.meanSize ?? 1) / min(1, allocation.ratio)
  }
}
