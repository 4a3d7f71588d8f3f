/// The power of an experiment whose metric is not known for certain: its average over what the metric may be.
///
/// Expected power, or assurance: O'Hagan, Stevens & Campbell, Pharmaceutical Statistics 4 (2005). With one
/// possibility it is power.
public struct Assurance: Sendable {
  /// The experiment at each possibility, all as likely; they differ in the metric's level and spread alone.
  public let possibilities: [PowerAnalysis]

  /// What an experiment is to find.
  public enum Sought: Sendable, Equatable {
    /// Arm minus control, in the metric's unit, whatever the level.
    case effect(Double)
    /// A share of whatever the level is.
    case lift(Double)

    /// In the metric's unit at a level; a rate rises to 1 at most.
    public func effect(on baseline: Baseline) -> Double {
      switch (self, baseline) {
      case (.effect(let effect), _): effect
      case (.lift(let lift), .rate(let rate)): min(lift * rate, 1 - rate)
      case (.lift(let lift), .mean(let mean, _)): lift * mean
      }
    }
  }

  public init(_ possibilities: [PowerAnalysis]) {
    precondition(!possibilities.isEmpty, "something is possible")
    self.possibilities = possibilities
  }

  /// The power at each possibility.
  public func powers(_ sought: Sought, control: Double) throws(NotEstimable) -> [Double] {
    try possibilities.map { analysis throws(NotEstimable) in
      try analysis.power(effect: sought.effect(on: analysis.baseline), control: control)
    }
  }

  /// The average power.
  public func power(_ sought: Sought, control: Double) throws(NotEstimable) -> Double {
    try powers(sought, control: control).reduce(0) { $0 + $1 / Double(possibilities.count) }
  }

  /// Units in the control, not rounded, with which the average power is as asked.
  public func controlUnits(_ sought: Sought, power: Double) throws(NotEstimable) -> Double {
    let units = try possibilities.map { analysis throws(NotEstimable) in
      try analysis.controlUnits(effect: sought.effect(on: analysis.baseline), power: power)
    }
    // The average lies between what the easiest and the hardest possibility need.
    guard let least = units.min(), let most = units.max(), least < most else { return units[0] }
    return try PowerDomain.root(from: least, to: most, for: power) {
      control throws(NotEstimable) in try self.power(sought, control: control)
    }
  }

  /// The smallest effect, as a lift where every level is above 0, that has an average power.
  public func detectable(
    control: Double, power: Double, downward: Bool = false
  ) throws(NotEstimable) -> Sought {
    let effects = try possibilities.map { analysis throws(NotEstimable) in
      try analysis.detectableEffect(control: control, power: power, downward: downward)
    }
    let sign: Double = downward ? -1 : 1
    let areLifts =
      possibilities.count > 1 && possibilities.allSatisfy { $0.baseline.level > 0 }
    let sizes = zip(effects, possibilities).map { effect, analysis in
      areLifts ? effect.magnitude / analysis.baseline.level : effect.magnitude
    }
    func sought(_ size: Double) -> Sought { areLifts ? .lift(sign * size) : .effect(sign * size) }
    guard let least = sizes.min(), let most = sizes.max(), least < most else {
      return sought(sizes[0])
    }
    return sought(
      try PowerDomain.root(from: least, to: most, for: power) { size throws(NotEstimable) in
        try self.power(sought(size), control: control)
      })
  }
}
